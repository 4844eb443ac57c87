package io.convene.testkit.engine.jars;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jars of a packaged bundle, read as files. */
public final class BundleJars {
    private static final String MARK = "META-INF/convene/provider.json";
    private static final String CLASS = ".class";

    /**
     * One jar.
     *
     * @param module its explicit module, if it is one
     * @param classes by name with slashes; their variants for newer Java releases are ignored
     */
    public record Jar(
            String name,
            boolean main,
            Optional<ModuleDescriptor> module,
            Map<String, byte[]> classes) {}

    private BundleJars() {}

    /** Every jar of the bundle. */
    public static List<Jar> of(Path bundle) {
        if (!Files.isDirectory(bundle)) {
            return List.of(read(bundle));
        }
        try (Stream<Path> files = Files.list(bundle)) {
            List<Jar> jars = new ArrayList<>();
            files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .forEach(file -> jars.add(read(file)));
            return jars;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bundle's own jar, not one of its dependencies. */
    public static Optional<Jar> main(Path bundle) {
        return of(bundle).stream().filter(Jar::main).findFirst();
    }

    private static Jar read(Path file) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        Optional<ModuleDescriptor> module = Optional.empty();
        try (ZipFile jar = new ZipFile(file.toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                if (!name.endsWith(CLASS)) {
                    continue;
                }
                byte[] bytes = bytes(jar, entry);
                if (name.endsWith("module-info.class")) {
                    module = Optional.of(ModuleDescriptor.read(java.nio.ByteBuffer.wrap(bytes)));
                } else if (!name.startsWith("META-INF/")) {
                    classes.put(name.substring(0, name.length() - CLASS.length()), bytes);
                }
            }
            return new Jar(
                    String.valueOf(file.getFileName()),
                    jar.getEntry(MARK) != null,
                    module,
                    classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
