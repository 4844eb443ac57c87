package io.convene.launcher.providers;

import io.convene.core.spi.AtsProvider;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
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

/**
 * Compiles and packs a real bundle, or any other module, from small sources. Begins as a bundle
 * that is in order.
 */
public final class TestBundle {
    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

    /** The part of a descriptor that lets an account authenticate. */
    static final String AUTHENTICATION =
            ".authentication(Authentication.builder(\"key\").requires(\"key\")"
                    + ".header(\"X-Key\", Secret.of(\"key\")).build())";

    private final String module;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> directives = new ArrayList<>();
    private final List<Path> path = new ArrayList<>();
    private final Manifest manifest = new Manifest();
    private String version = "1.0.0";
    private String core = "real";
    private boolean moduleInfo = true;

    private TestBundle(String module) {
        this.module = module;
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /** A bundle for that id whose module is {@code acme.<id>}. */
    public static TestBundle of(String id) {
        return of(id, "acme." + id.replace('-', '_'));
    }

    /** A bundle for that id of that module; its provider is {@code <module>.Acme}. */
    public static TestBundle of(String id, String module) {
        return new TestBundle(module)
                .file("META-INF/convene/provider.json", "{\"id\":\"" + id + "\"}")
                .directive("requires io.convene.core;")
                .directive("provides io.convene.core.spi.AtsProvider with " + module + ".Acme;")
                .provider("");
    }

    /** A module that is not a bundle, with one public class in an exported package of its name. */
    public static TestBundle library(String module, String type, String body) {
        return new TestBundle(module)
                .directive("exports " + module + ";")
                .source(module, type, "public final class " + type + " { " + body + " }");
    }

    public TestBundle version(String text) {
        version = text;
        return this;
    }

    /** Compiled against a core of that version; empty for one without. */
    public TestBundle core(String text) {
        core = text;
        return this;
    }

    public TestBundle manifest(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    public TestBundle file(String name, String text) {
        files.put(name, text);
        return this;
    }

    public TestBundle withoutFile(String name) {
        files.remove(name);
        return this;
    }

    public TestBundle withoutModuleInfo() {
        moduleInfo = false;
        return this;
    }

    public TestBundle directive(String text) {
        directives.add(text);
        return this;
    }

    public TestBundle withoutDirective(String beginning) {
        directives.removeIf(text -> text.startsWith(beginning));
        return this;
    }

    /** Compiled with that jar on the module path. */
    public TestBundle with(Path jar) {
        path.add(jar);
        return this;
    }

    /** The provider with more members, and a descriptor unless they contain one. */
    public TestBundle provider(String members) {
        String descriptor =
                members.contains(" descriptor()")
                        ? ""
                        : "public ProviderDescriptor descriptor() {"
                                + " return ProviderDescriptor.builder(\"Acme\").host(\"api.acme.example\")"
                                + AUTHENTICATION
                                + ".build(); }";
        return source(
                module,
                "Acme",
                "import io.convene.core.spi.*; public class Acme implements AtsProvider { "
                        + members
                        + descriptor
                        + " }");
    }

    public TestBundle source(String packageName, String type, String text) {
        sources.put(
                packageName.replace('.', '/') + "/" + type + ".java",
                "package " + packageName + ";\n" + text);
        return this;
    }

    /** Compiles and packs into that file. */
    public Path writeTo(Path jar) {
        try {
            Path work = Files.createTempDirectory("bundle");
            try {
                Path classes = compile(work);
                Files.createDirectories(jar.getParent());
                pack(classes, jar);
                return jar;
            } finally {
                WorkDirectory.delete(work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path compile(Path work) throws IOException {
        Path classes = work.resolve("classes");
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-Xlint:none", "-d", classes.toString()));
        List<String> modulePath = new ArrayList<>(path.stream().map(Path::toString).toList());
        modulePath.add(
                core.equals("real") ? System.getProperty("jdk.module.path") : coreOf(core, work));
        arguments.addAll(List.of("--module-path", String.join(":", modulePath)));
        if (!version.isEmpty()) {
            arguments.addAll(List.of("--module-version", version));
        }
        Path root = work.resolve("sources");
        sources.put(
                "module-info.java",
                "module " + module + " { " + String.join(" ", directives) + " }");
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = root.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        javac(arguments);
        if (!moduleInfo) {
            Files.delete(classes.resolve("module-info.class"));
        }
        return classes;
    }

    private void pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path file : compiled.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** The host's core again, under another version. */
    private static String coreOf(String version, Path work) throws IOException {
        Path classes = Files.createDirectories(work.resolve("core"));
        Path location = coreLocation();
        if (Files.isDirectory(location)) {
            copyClasses(location, classes);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(location)) {
                copyClasses(jar.getPath("/"), classes);
            }
        }
        Path source =
                Files.createDirectories(work.resolve("core-source")).resolve("module-info.java");
        Files.writeString(
                source,
                "module io.convene.core { exports io.convene.core; exports io.convene.core.spi; }");
        List<String> arguments =
                new ArrayList<>(List.of("-d", classes.toString(), source.toString()));
        if (!version.isEmpty()) {
            arguments.addAll(List.of("--module-version", version));
        }
        javac(arguments);
        return classes.toString();
    }

    /** The host's own core: a jar, or a folder of classes. */
    public static Path coreLocation() {
        try {
            URI location =
                    AtsProvider.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(location);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copyClasses(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from.resolve("io"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static void javac(List<String> arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        if (JAVAC.run(writer, writer, arguments.toArray(new String[0])) != 0) {
            throw new IllegalStateException(output.toString());
        }
    }
}
