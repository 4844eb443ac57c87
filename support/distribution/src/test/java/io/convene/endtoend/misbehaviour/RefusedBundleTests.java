package io.convene.endtoend.misbehaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.Item;
import io.convene.endtoend.CompiledBundle;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Bundles that are wrong as files, dropped into the folder of a running server. */
@Timeout(180)
class RefusedBundleTests {
    private static final String JAR = "bad-1.0.0.jar";
    private static final String SPI = "io/convene/core/spi/AtsProvider.class";

    private static WatchedSite site;

    /** Writes a bundle into the folder. */
    private interface Writer {
        void write(Path folder) throws Exception;
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site = new WatchedSite(folder).start("");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @AfterEach
    void checkTheOthersAndCleanUp() throws Exception {
        site.assertUndisturbed();
        for (String name : new String[] {JAR, "bad-9.9.9.jar", "bad-1.0.0/bad.jar"}) {
            Files.deleteIfExists(site.bundles().resolve(name));
        }
        deleteFolder(site.bundles().resolve("bad-1.0.0"));
        site.reload();
    }

    static Stream<Arguments> bundles() {
        return Stream.of(
                bad(
                        "throws in its constructor",
                        "FAILED PRV-601",
                        bundles -> {
                            OddProvider.with(
                                            "bad",
                                            "public Odd() { throw new AssertionError(\"odd\"); }")
                                    .writeTo(bundles.resolve(JAR));
                        }),
                bad(
                        "declares no host",
                        "REJECTED PRV-603",
                        bundles -> {
                            CompiledBundle.of(
                                            "bad",
                                            "package PACKAGE; import io.convene.core.spi.*; public class Odd implements AtsProvider {"
                                                    + " public ProviderDescriptor descriptor() { return ProviderDescriptor.builder(\"Odd\")"
                                                    + ".authentication(Authentication.apiKey(\"X-Key\")).build(); } }")
                                    .writeTo(bundles.resolve(JAR));
                        }),
                bad(
                        "never returns from its constructor",
                        "FAILED PRV-605",
                        bundles -> {
                            OddProvider.with("bad", "public Odd() { until(false); }")
                                    .writeTo(bundles.resolve(JAR));
                        }),
                bad(
                        "has a class of the SPI in its jar",
                        "REJECTED PRV-403",
                        bundles -> {
                            OddProvider.of("bad")
                                    .entry(SPI, entry(CompiledBundle.core(), SPI))
                                    .writeTo(bundles.resolve(JAR));
                        }),
                bad(
                        "requires a module of the host",
                        "REJECTED PRV-401",
                        bundles -> {
                            OddProvider.of("bad")
                                    .requiring("java.net.http")
                                    .writeTo(bundles.resolve(JAR));
                        }),
                bad(
                        "was built for an older SPI",
                        "REJECTED PRV-303",
                        bundles -> {
                            OddProvider.of("bad")
                                    .builtForSpi("0.1.0")
                                    .writeTo(bundles.resolve(JAR));
                        }),
                bad(
                        "was built for a newer SPI",
                        "REJECTED PRV-302",
                        bundles -> {
                            OddProvider.of("bad")
                                    .builtForSpi("1.99.0")
                                    .writeTo(bundles.resolve(JAR));
                        }),
                bad(
                        "claims another's integration",
                        "REJECTED PRV-501",
                        bundles -> {
                            OddProvider.of("greenhouse")
                                    .version("9.0.0")
                                    .writeTo(bundles.resolve(JAR));
                        }),
                bad(
                        "is half copied",
                        "REJECTED PRV-106",
                        bundles -> {
                            Path whole =
                                    OddProvider.of("bad").writeTo(bundles.resolve(".whole.jar"));
                            byte[] bytes = Files.readAllBytes(whole);
                            Files.delete(whole);
                            Files.write(
                                    bundles.resolve(JAR), Arrays.copyOf(bytes, bytes.length / 2));
                        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void refusesABundleThat(String does, String state, Writer writer) throws Exception {
        writer.write(site.bundles());
        site.reload();

        assertThat(site.state(JAR)).startsWith(state + " ");
    }

    @Test
    void usesItsOwnSpiInPlaceOfACopy() throws Exception {
        Path folder = site.bundles().resolve("bad-1.0.0");
        OddProvider.of("bad").writeTo(folder.resolve("bad.jar"));
        Files.copy(CompiledBundle.core(), folder.resolve("core.jar"));
        site.reload();

        assertThat(site.state("bad-1.0.0"))
                .startsWith("ACTIVE PRV-901 ")
                .contains("io.convene.core");
    }

    @Test
    void refusesACopyOfTheHostsJson() throws Exception {
        Path folder = site.bundles().resolve("bad-1.0.0");
        OddProvider.of("bad").writeTo(folder.resolve("bad.jar"));
        Files.copy(onThePath("yasson"), folder.resolve("yasson.jar"));
        site.reload();

        assertThat(site.state("bad-1.0.0"))
                .startsWith("REJECTED PRV-401 ")
                .contains("org.eclipse.yasson");
    }

    @Test
    void believesTheModuleAndNotTheNameOfTheFile() throws Exception {
        OddProvider.of("bad")
                .entry(
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\nImplementation-Version: 5.0.0\n".getBytes())
                .writeTo(site.bundles().resolve("bad-9.9.9.jar"));
        site.reload();

        assertThat(site.state("bad-9.9.9.jar")).startsWith("ACTIVE");
        Item listed = site.listed("bad-9.9.9.jar").getFirst();
        assertThat(listed.text("version").string()).isEqualTo("1.0.0");
    }

    private static Arguments bad(String does, String state, Writer writer) {
        return Arguments.of(does, state, writer);
    }

    private static byte[] entry(Path jar, String name) throws Exception {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private static Path onThePath(String library) {
        String path =
                System.getProperty("java.class.path", "")
                        + File.pathSeparator
                        + System.getProperty("jdk.module.path", "");
        return Stream.of(path.split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> String.valueOf(jar.getFileName()).startsWith(library + "-"))
                .findFirst()
                .orElseThrow();
    }

    private static void deleteFolder(Path folder) throws Exception {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
