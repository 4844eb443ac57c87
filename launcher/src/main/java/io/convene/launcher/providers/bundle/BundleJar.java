package io.convene.launcher.providers.bundle;

import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One jar's description of itself, read without running its code.
 *
 * @param name the jar's file name
 * @param providerJson the bytes of {@code META-INF/convene/provider.json}, cut after {@link
 *     #MAX_PROVIDER_JSON}
 * @param implementationVersion from the manifest
 * @param spiRange from the manifest
 * @param java the release of Java that its module-info needs, if it has one
 */
record BundleJar(
        String name,
        ModuleReference module,
        Optional<byte[]> providerJson,
        Optional<String> implementationVersion,
        Optional<String> spiRange,
        Optional<Integer> java) {
    static final int MAX_PROVIDER_JSON = 16 << 10;

    private static final long MAX_UNPACKED = 1 << 20;
    private static final String MODULE_INFO = "module-info.class";
    private static final Pattern NAME_AND_VERSION = Pattern.compile("(.+?)((-\\d.*)?\\.jar)");
    private static final String PROVIDER_JSON = "META-INF/convene/provider.json";

    /**
     * Reads a jar.
     *
     * @throws Refusal when it is none
     */
    static BundleJar read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            checkSize(jar, JarFile.MANIFEST_NAME, name);
            checkSize(jar, MODULE_INFO, name);
            Manifest manifest = jar.getManifest();
            Attributes attributes =
                    manifest == null ? new Attributes() : manifest.getMainAttributes();
            return new BundleJar(
                    name,
                    module(file, name, jar),
                    providerJson(jar),
                    value(attributes, "Implementation-Version"),
                    value(attributes, "Spi-Range"),
                    java(jar));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // A damaged archive shows itself in many ways, not all of them documented.
            throw ProviderCode.NOT_A_JAR.refusal(name, reason(e));
        }
    }

    boolean isAutomatic() {
        return module.descriptor().isAutomatic();
    }

    // These are read whole by the platform, whatever they unpack to.
    private static void checkSize(JarFile jar, String entry, String name) {
        JarEntry found = jar.getJarEntry(entry);
        if (found != null && found.getSize() > MAX_UNPACKED) {
            throw ProviderCode.NOT_A_JAR.refusal(
                    name, entry + " has " + found.getSize() + " bytes");
        }
    }

    private static ModuleReference module(Path file, String name, JarFile jar) {
        try {
            Set<ModuleReference> modules = ModuleFinder.of(file).findAll();
            return modules.stream()
                    .findFirst()
                    .orElseThrow(() -> ProviderCode.NOT_A_JAR.refusal(name, "it is not a module"));
        } catch (FindException e) {
            String reason = reason(e);
            if (reason.contains("Invalid module name") && jar.getEntry(MODULE_INFO) == null) {
                if (jar.getEntry(PROVIDER_JSON) != null) {
                    throw ProviderCode.NO_MODULE_INFO.refusal(name);
                }
                throw ProviderCode.NO_MODULE_NAME.refusal(name, reason, usableName(name));
            }
            throw ProviderCode.NOT_A_JAR.refusal(name, reason);
        }
    }

    /** The file's name without the parts that cannot be in a module's name. */
    private static String usableName(String name) {
        Matcher parts = NAME_AND_VERSION.matcher(name);
        if (!parts.matches()) {
            return "library.jar";
        }
        String stem =
                Stream.of(parts.group(1).split("[^A-Za-z0-9]+", -1))
                        .filter(BundleJar::isModuleName)
                        .collect(Collectors.joining("-"));
        return (stem.isEmpty() ? "library" : stem) + parts.group(2);
    }

    private static boolean isModuleName(String name) {
        try {
            ModuleDescriptor.newAutomaticModule(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<byte[]> providerJson(JarFile jar) throws IOException {
        JarEntry entry = jar.getJarEntry(PROVIDER_JSON);
        if (entry == null || entry.isDirectory()) {
            return Optional.empty();
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return Optional.of(in.readNBytes(MAX_PROVIDER_JSON + 1));
        }
    }

    /** By chapter 4.1 of the JVM specification: bytes 6 and 7, and 45 is Java 1. */
    private static Optional<Integer> java(JarFile jar) throws IOException {
        JarEntry entry = jar.getJarEntry(MODULE_INFO);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] head = in.readNBytes(8);
            return head.length < 8
                    ? Optional.empty()
                    : Optional.of(((head[6] & 0xff) << 8) + (head[7] & 0xff) - 44);
        }
    }

    private static Optional<String> value(Attributes attributes, String name) {
        return Optional.ofNullable(attributes.getValue(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    // The message around a cause names the private copy, which tells an operator nothing.
    private static String reason(Exception e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }
}
