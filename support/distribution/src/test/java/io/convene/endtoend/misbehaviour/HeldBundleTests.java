package io.convene.endtoend.misbehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Bundles that hold themselves in memory after they were removed. */
@Timeout(180)
class HeldBundleTests {
    @TempDir private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    leaks a thread | threads | Thread.ofPlatform().daemon().name("odd-poller").start(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); }) | 1 thread of its code is there (odd-poller)
                    pins itself | environment | System.getProperties().put("odd", this) | no thread runs its code
                    """)
    void namesABundleThat(String does, String matter, String statement, String reason)
            throws Exception {
        try (WatchedSite site = new WatchedSite(folder).account("odd", "odd", "")) {
            Path jar =
                    OddProvider.with("odd", "public Odd() { %s; }".formatted(statement))
                            .writeTo(site.bundles().resolve("odd-1.0.0.jar"));
            site.start("");
            assertThat(site.state("odd-1.0.0.jar"))
                    .startsWith("ACTIVE PRV-509")
                    .contains("no " + matter);
            assertThat(site.interviews("odd").ids()).containsExactly("i-1");

            Files.delete(jar);
            site.reload();
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> {
                        collectGarbage(site.process());
                        assertThat(site.state("odd-1.0.0.jar"))
                                .startsWith("LEAKED PRV-701")
                                .contains(reason);
                    });
            assertThat(site.interviews("odd").status()).isEqualTo(503);
            site.assertUndisturbed();
        }
    }

    /** Convene itself never does so. */
    private static void collectGarbage(Process command) throws Exception {
        Path jcmd = Path.of(System.getProperty("distribution"), "runtime", "bin", "jcmd");
        Process process =
                new ProcessBuilder(jcmd.toString(), Long.toString(command.pid()), "GC.run")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor()).isZero();
    }
}
