package io.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The kit as other build tools run it: everything on a plain class path, in a JVM of its own. */
@Timeout(180)
class ClassPathTests {
    @TempDir private Path folder;

    @Test
    void examinesABundleFromAPlainClassPath() throws Exception {
        Path output = folder.resolve("output.txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                classPath(),
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
        assertThat(said).contains(Rule.values().length + " kept, 0 broken, modules: none");
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
