package io.convene.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.spi.AtsProvider;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A bundle, compiled and packed from its sources among the resources, as it is or broken. */
public final class CompiledBundle {
    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

    private final String id;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private String version = "1.0.0";
    private Path core = location(AtsProvider.class);

    private CompiledBundle(String id, List<String> names) {
        this.id = id;
        names.forEach(name -> sources.put(name, resource("/%s/%s".formatted(id, name))));
    }

    /** The bundle as it should be. */
    public static CompiledBundle acme() {
        return new CompiledBundle(
                "acme",
                List.of(
                        "module-info.java",
                        "AcmeProvider.java",
                        "AcmeInterviews.java",
                        "Users.java"));
    }

    /** The bundle of a vendor with cursors, in as few lines as it takes. */
    public static CompiledBundle birch() {
        return new CompiledBundle(
                "birch", List.of("module-info.java", "BirchProvider.java", "BirchInterviews.java"));
    }

    /** How many lines its sources have. */
    public int lines() {
        return Math.toIntExact(sources.values().stream().flatMap(String::lines).count());
    }

    /** The same with a text of a source, which is there once, replaced. */
    CompiledBundle replacing(String source, String text, String by) {
        String before = sources.get(source);
        if (before.indexOf(text) < 0 || before.indexOf(text) != before.lastIndexOf(text)) {
            throw new IllegalArgumentException(source + " has not once: " + text);
        }
        sources.put(source, before.replace(text, by));
        return this;
    }

    /** The same without a version in its module. */
    CompiledBundle withoutVersion() {
        version = "";
        return this;
    }

    /** The same, compiled against that jar of core. */
    CompiledBundle against(Path otherCore) {
        core = otherCore;
        return this;
    }

    /** Compiles the sources and packs them into a jar in that folder. */
    public Path writeTo(Path folder) {
        try {
            Path work = Files.createTempDirectory(id);
            try {
                return compiledAndPacked(work, Files.createDirectories(folder));
            } finally {
                Conformance.delete(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path compiledAndPacked(Path work, Path folder) throws IOException {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Files.writeString(work.resolve(source.getKey()), source.getValue());
        }
        List<String> arguments = new ArrayList<>(List.of("-parameters"));
        if (!version.isEmpty()) {
            arguments.addAll(List.of("--module-version", version));
        }
        Path classes = Files.createDirectory(work.resolve("classes"));
        compile(arguments, List.of(core), work, classes);
        return pack(classes, folder.resolve(id + "-1.0.0.jar"), id);
    }

    /** Compiles all sources of a folder with those jars and folders on the module path. */
    static void compile(List<String> more, List<Path> path, Path sources, Path classes)
            throws IOException {
        List<String> arguments = new ArrayList<>(more);
        arguments.addAll(List.of("-proc:none", "-Xlint:none", "-d", classes.toString()));
        arguments.addAll(
                List.of(
                        "--module-path",
                        String.join(
                                File.pathSeparator, path.stream().map(Path::toString).toList())));
        try (Stream<Path> files = Files.list(sources)) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .forEach(arguments::add);
        }
        javac(arguments);
    }

    static void javac(List<String> arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        if (JAVAC.run(writer, writer, arguments.toArray(new String[0])) != 0) {
            throw new IllegalStateException(output.toString());
        }
    }

    /** Packs classes and the file that says whose bundle it is. */
    static Path pack(Path classes, Path jar, String id) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path file : compiled.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new JarEntry(name));
                Files.copy(file, out);
            }
            out.putNextEntry(new JarEntry("META-INF/convene/provider.json"));
            out.write(("{\"id\":\"" + id + "\"}").getBytes(UTF_8));
        }
        return jar;
    }

    /** The jar or folder that a class comes from. */
    static Path location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String resource(String name) {
        try (InputStream in = CompiledBundle.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
