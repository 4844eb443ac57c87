package io.convene.testkit.engine.spi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The frozen versions of the SPI, whose jars are in the kit's, and the running one, which is a
 * module of the host.
 *
 * @param frozen the types of each frozen version
 * @param running the types of the running version
 */
record SpiVersions(NavigableMap<Version, SpiApi> frozen, SpiApi running) {
    private static final Pattern JAR =
            Pattern.compile("META-INF/convene/spi/([^/]+)/convene-core-\\1\\.jar");

    /** The versions that this kit knows. */
    static SpiVersions known() {
        NavigableMap<Version, SpiApi> frozen = new TreeMap<>();
        try (ModuleReader kit = module("io.convene.testkit").open()) {
            List<String> names = kit.list().toList();
            for (String name : names) {
                Matcher jar = JAR.matcher(name);
                if (jar.matches()) {
                    frozen.put(Version.parse(jar.group(1)), ofJar(bytes(kit, name)));
                }
            }
            return new SpiVersions(frozen, ofModule(module("io.convene.core")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModuleReference module(String name) {
        ModuleLayer layer = SpiVersions.class.getModule().getLayer();
        return layer.configuration()
                .findModule(name)
                .map(ResolvedModule::reference)
                .orElseThrow(() -> new IllegalStateException("no module " + name));
    }

    private static SpiApi ofModule(ModuleReference module) throws IOException {
        SpiApi api = new SpiApi();
        try (ModuleReader reader = module.open()) {
            List<String> names = reader.list().toList();
            for (String name : names) {
                if (isClass(name)) {
                    api.add(bytes(reader, name));
                }
            }
        }
        return api;
    }

    private static SpiApi ofJar(byte[] jar) throws IOException {
        SpiApi api = new SpiApi();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            for (JarEntry entry = in.getNextJarEntry();
                    entry != null;
                    entry = in.getNextJarEntry()) {
                if (isClass(entry.getName())) {
                    api.add(in.readAllBytes());
                }
            }
        }
        return api;
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.endsWith("module-info.class");
    }

    private static byte[] bytes(ModuleReader reader, String name) throws IOException {
        try (InputStream in = reader.open(name).orElseThrow()) {
            return in.readAllBytes();
        }
    }
}
