package io.convene.testkit;

import io.convene.core.spi.AtsProvider;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Acme's bundle in Kotlin: a folder with its jar and Kotlin's library. */
public final class KotlinBundle {
    private KotlinBundle() {}

    /** Compiles and packs it into a folder of that folder. */
    public static Path writeTo(Path folder) {
        try {
            Path sources = Files.createDirectories(folder.resolve("sources"));
            Path source = sources.resolve("AcmeProvider.kt");
            Files.writeString(source, CompiledBundle.resource("/kotlin/AcmeProvider.kt"));
            Path classes = Files.createDirectories(folder.resolve("classes"));
            Path core = CompiledBundle.location(AtsProvider.class);
            Path library = library();
            kotlinc(folder, source, classes, List.of(core, library));
            module(sources, classes, List.of(core, library));
            Path bundle = Files.createDirectories(folder.resolve("acme-kotlin-1.0.0"));
            Files.copy(library, bundle.resolve(library.getFileName()));
            CompiledBundle.pack(classes, bundle.resolve("acme-kotlin.jar"), "acme-kotlin");
            return bundle;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kotlin's own compiler knows no --module-version, so the descriptor is compiled by javac. */
    private static void module(Path sources, Path classes, List<Path> path) throws IOException {
        Path info = sources.resolve("module-info.java");
        Files.writeString(
                info,
                """
                module com.acme.kotlin {
                    requires io.convene.core;
                    requires kotlin.stdlib;
                    provides io.convene.core.spi.AtsProvider with com.acme.kotlin.AcmeProvider;
                }
                """);
        CompiledBundle.javac(
                List.of(
                        "--module-version",
                        "1.0.0",
                        "--module-path",
                        joined(path.stream().map(Path::toString)),
                        "--patch-module",
                        "com.acme.kotlin=" + classes,
                        "-d",
                        classes.toString(),
                        info.toString()));
    }

    private static void kotlinc(Path folder, Path source, Path classes, List<Path> path)
            throws IOException {
        Path output = folder.resolve("kotlinc.txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                joined(
                                        entries()
                                                .filter(entry ->
                                                        entry.contains("kotlin")
                                                                || entry.contains("annotations"))),
                                "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                                "-no-stdlib",
                                "-no-reflect",
                                "-nowarn",
                                "-jvm-target",
                                "21",
                                "-cp",
                                joined(path.stream().map(Path::toString)),
                                "-d",
                                classes.toString(),
                                source.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(Files.readString(output));
        }
    }

    private static Path library() {
        return entries()
                .map(Path::of)
                .filter(entry ->
                        Objects.toString(entry.getFileName())
                                .matches("kotlin-stdlib-[0-9.]+\\.jar"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> entries() {
        return Stream.of("jdk.module.path", "java.class.path")
                .flatMap(name ->
                        Arrays.stream(System.getProperty(name, "").split(File.pathSeparator, -1)))
                .filter(entry -> !entry.isEmpty());
    }

    private static String joined(Stream<String> entries) {
        return entries.collect(Collectors.joining(File.pathSeparator));
    }
}
