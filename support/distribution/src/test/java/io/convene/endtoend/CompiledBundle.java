package io.convene.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.spi.AtsProvider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * A bundle that is compiled and packed here. Its module is {@code acme.<id>}, and its provider the
 * class {@code Odd} of the package of that name.
 */
public final class CompiledBundle {
    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

    private final String id;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private String source = "";
    private String version = "1.0.0";
    private String requires = "";
    private String core = "";

    private CompiledBundle(String id) {
        this.id = id;
        entry("META-INF/convene/provider.json", "{\"id\":\"%s\"}".formatted(id).getBytes(UTF_8));
    }

    /**
     * A bundle of that integration.
     *
     * @param source the provider, in which {@code PACKAGE} is the name of its package
     */
    public static CompiledBundle of(String id, String source) {
        CompiledBundle bundle = new CompiledBundle(id);
        bundle.source = source.replace("PACKAGE", bundle.module());
        return bundle;
    }

    /** With that version in the module. */
    public CompiledBundle version(String text) {
        version = text;
        return this;
    }

    /** With a requirement more in the module. */
    public CompiledBundle requiring(String module) {
        requires = "requires %s;".formatted(module);
        return this;
    }

    /** Compiled against an SPI of that version, which has the types of this one. */
    public CompiledBundle builtForSpi(String text) {
        core = text;
        return this;
    }

    /** With an entry more in the jar. */
    public CompiledBundle entry(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    /** Compiles it, and writes the jar. */
    public Path writeTo(Path jar) throws IOException {
        Path work = Files.createTempDirectory("bundle");
        Path classes = work.resolve("classes");
        Path module =
                Files.writeString(
                        work.resolve("module-info.java"),
                        """
                        module %s {
                            requires io.convene.core;
                            %s
                            provides io.convene.core.spi.AtsProvider with %s.Odd;
                        }
                        """
                                .formatted(module(), requires, module()));
        Path provider = Files.writeString(work.resolve("Odd.java"), source);
        Path spi = core.isEmpty() ? core() : coreOf(core, work);
        javac(
                "--module-version",
                version,
                "--module-path",
                spi.toString(),
                "-d",
                classes.toString(),
                module.toString(),
                provider.toString());
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return jar;
    }

    /** The jar of the SPI. */
    public static Path core() {
        try {
            return Path.of(
                    AtsProvider.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private String module() {
        return "acme." + id.replace('-', '_');
    }

    /** The classes of the SPI, with a module-info of that version. */
    private static Path coreOf(String version, Path work) throws IOException {
        Path classes = work.resolve("core");
        try (FileSystem jar = FileSystems.newFileSystem(core());
                Stream<Path> files = Files.walk(jar.getPath("/io"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = classes.resolve(file.toString().substring(1));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path source = Files.createDirectories(work.resolve("core-source"));
        Path info =
                Files.writeString(
                        source.resolve("module-info.java"),
                        "module io.convene.core { exports io.convene.core; exports io.convene.core.spi; }");
        javac("--module-version", version, "-d", classes.toString(), info.toString());
        return classes;
    }

    private static void javac(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-Xlint:none", "-proc:none"));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);
        if (JAVAC.run(out, out, all.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(said.toString(UTF_8));
        }
    }
}
