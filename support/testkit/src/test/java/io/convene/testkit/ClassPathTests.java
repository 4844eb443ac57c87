package io.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.AtsProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

/** The kit as other build tools run it: everything on a plain class path, in a JVM of its own. */
@Timeout(180)
class ClassPathTests {
    private static final String OLDEST =
            "../api-baseline/io/convene/convene-core/1.0.0/convene-core-1.0.0.jar";

    @TempDir private Path folder;

    @Test
    void examinesABundleFromAPlainClassPath() throws Exception {
        examines(classPath());
    }

    /** As build tools make it for a bundle that is compiled against the oldest SPI. */
    @Test
    void examinesABundleBesideAnOlderCore() throws Exception {
        Path core = CompiledBundle.location(AtsProvider.class);
        Path host = Files.createDirectories(folder.resolve("kit/META-INF/convene/host"));
        pack(core, host.resolve("convene-core.jar"));
        String path =
                classPath().replace(core.toString(), Path.of(OLDEST).toAbsolutePath().toString());

        assertThat(path).contains("convene-core-1.0.0.jar");
        examines(folder.resolve("kit") + File.pathSeparator + path);
    }

    /**
     * The build gives the jar of a module that is packed already, or else the folder of its
     * classes.
     */
    private static void pack(Path module, Path jar) throws IOException {
        if (Files.isRegularFile(module)) {
            Files.copy(module, jar);
            return;
        }
        int code =
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "--create",
                                "--file",
                                jar.toString(),
                                "-C",
                                module.toString(),
                                ".");
        assertThat(code).isZero();
    }

    private void examines(String path) throws Exception {
        Path output = folder.resolve("output.txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                path,
                                "-Dconvene.kit.time-limit=PT2M",
                                "io.convene.testkit.ClassPathRun",
                                "com.acme.AcmeConformanceTests")
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        boolean ended = process.waitFor(150, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);

        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said)
                .contains(Rule.values().length + 1 + " kept, 0 broken, modules: none")
                .contains("Tier of acme-1.0.0.jar: gold");
    }

    /** All that these tests run with. */
    private static String classPath() {
        Set<String> path = new LinkedHashSet<>();
        path.add(Path.of("target/test-classes").toAbsolutePath().toString());
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            path.addAll(List.of(System.getProperty(property, "").split(File.pathSeparator, -1)));
        }
        path.remove("");
        return String.join(File.pathSeparator, path);
    }
}
