package io.convene.endtoend.wire;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.convene.endtoend.Site;
import io.convene.sandbox.Sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Without TCP_NODELAY large answers on a kept-alive connection wait some 40 ms for the client's
 * delayed acknowledgement.
 */
@Timeout(120)
class LatencyTests {
    private static final int ROUNDS = 60;
    private static final long STALL_NANOS = 35_000_000;

    @Test
    void doesNotStallLargeAnswersOnAKeptAliveConnection(@TempDir Path folder) throws Exception {
        try (Site site = Site.over(Sandbox.builder().start(), folder, "ashby").start();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
            byte[] request =
                    ("GET /unified/ats/interviews?limit=100&integrated_account_id="
                                    + site.account("ashby")
                                    + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + Site.TOKEN
                                    + "\r\n\r\n")
                            .getBytes(US_ASCII);
            long[] nanos = new long[ROUNDS];
            for (int i = 0; i < 2 * ROUNDS; i++) {
                long start = System.nanoTime();
                socket.getOutputStream().write(request);
                assertThat(readAnswer(socket.getInputStream())).isGreaterThan(50_000);
                // The first half warms up.
                nanos[i % ROUNDS] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            assertThat(nanos[ROUNDS / 2]).isLessThan(STALL_NANOS);
        }
    }

    private static int readAnswer(InputStream in) throws Exception {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        assertThat(head).startsWith("HTTP/1.1 200 ");
        int length =
                Integer.parseInt(
                        head.toString()
                                .lines()
                                .filter(line ->
                                        line.regionMatches(true, 0, "Content-Length:", 0, 15))
                                .map(line -> line.substring(15).strip())
                                .findFirst()
                                .orElseThrow());
        return in.readNBytes(length).length;
    }
}
