package io.convene.bench.process;

import io.convene.bench.BenchException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Copies of the distribution's bundles, which Convene may pin and lock without changing it. */
final class Bundles {
    private Bundles() {}

    /** Copies every bundle as it is. */
    static Path copy(Path distribution, Path target) {
        for (Path jar : jars(distribution)) {
            copyTo(jar, target.resolve(name(jar)));
        }
        return target;
    }

    /** Copies every bundle in ten versions, which Convene loads side by side. */
    static Path tenfold(Path distribution, Path target) {
        for (Path jar : jars(distribution)) {
            String id = name(jar).replaceFirst("-\\d.*", "");
            for (int patch = 0; patch < 10; patch++) {
                String version = "0.1." + patch;
                Path copy = target.resolve(id + "-" + version + ".jar");
                copyTo(jar, copy);
                setVersion(copy, version);
            }
        }
        return target;
    }

    private static List<Path> jars(Path distribution) {
        try (Stream<Path> files = Files.list(distribution.resolve("providers"))) {
            return files.filter(file -> name(file).endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new BenchException(
                    "there are no bundles in " + distribution + ": " + e.getMessage());
        }
    }

    private static void setVersion(Path jar, String version) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int code =
                ToolProvider.findFirst("jar")
                        .orElseThrow(() -> new BenchException("a JDK is needed, for its jar tool"))
                        .run(
                                writer,
                                writer,
                                "--update",
                                "--file",
                                jar.toString(),
                                "--module-version",
                                version);
        if (code != 0) {
            throw new BenchException(jar + " cannot be given another version: " + output);
        }
    }

    private static void copyTo(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new BenchException(from + " cannot be copied: " + e.getMessage());
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
