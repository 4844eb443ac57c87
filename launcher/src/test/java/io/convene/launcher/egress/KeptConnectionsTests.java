package io.convene.launcher.egress;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.convene.launcher.config.TestCertificate;
import io.convene.testing.WireServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import javax.net.ServerSocketFactory;

/**
 * What a process holds of its calls while their connections are kept: neither a secret nor an
 * answer. Looked for in the process's heap, which holds text as bytes.
 */
@Timeout(120)
class KeptConnectionsTests {
    /** Longer than the buffers of a connection, which keep the end of what was read last. */
    private static final int PADDING = 200_000;

    private final String answer = "answer-" + UUID.randomUUID();

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void retainNeitherSecretsNorAnswers(boolean tls) throws Exception {
        TestCertificate certificate = TestCertificate.make(folder, "EC");
        try (WireServer vendor =
                vendor(
                        tls
                                ? certificate.serving().getServerSocketFactory()
                                : ServerSocketFactory.getDefault())) {
            String heap = heap("ours", vendor, tls);

            assertThat(vendor.connections()).isLessThan(vendor.received().size());
            assertThat(heap.contains(answer)).as("an answer in the heap").isFalse();
            assertThat(secrets(vendor)).hasSizeGreaterThan(1).noneMatch(heap::contains);
        }
    }

    /** Shows that the search finds what is retained. */
    @Test
    void wouldRetainBothWithTheClientsConnectTimeout() throws Exception {
        try (WireServer vendor = vendor(ServerSocketFactory.getDefault())) {
            String heap = heap("connectTimeout", vendor, false);

            assertThat(heap.contains(answer)).as("an answer in the heap").isTrue();
            assertThat(secrets(vendor)).hasSizeGreaterThan(1).allMatch(heap::contains);
        }
    }

    private WireServer vendor(ServerSocketFactory sockets) throws IOException {
        String body = "{\"id\":\"%s\",\"more\":\"%s\"}".formatted(answer, "x".repeat(PADDING));
        return WireServer.start((request, wire) -> wire.reply(200, body), sockets);
    }

    private static Set<String> secrets(WireServer vendor) {
        return vendor.received().stream()
                .map(request -> request.header("X-Key"))
                .collect(Collectors.toSet());
    }

    /** The heap of a process that has called the vendor, every byte a character. */
    private String heap(String client, WireServer vendor, boolean tls) throws Exception {
        Path dump = folder.resolve(client + ".hprof");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-Djavax.net.ssl.trustStore=" + folder.resolve("EC.p12"),
                                "-Djavax.net.ssl.trustStorePassword=" + TestCertificate.PASSWORD,
                                "--module-path",
                                System.getProperty("jdk.module.path"),
                                "--patch-module",
                                "io.convene.launcher=target/test-classes",
                                "--module",
                                "io.convene.launcher/" + HeapProbe.class.getName(),
                                client,
                                (tls ? "https://" : "http://") + vendor.host(),
                                dump.toString())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return Files.readString(dump, ISO_8859_1);
    }
}
