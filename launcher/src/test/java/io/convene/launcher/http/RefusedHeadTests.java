package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.metrics.Metrics;
import io.convene.launcher.metrics.Scrape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request that is refused before it reaches a route is answered, logged and counted, then closed.
 */
@Timeout(60)
class RefusedHeadTests {
    private static final String SECOND = "GET /?second HTTP/1.1\r\nHost: a\r\n\r\n";

    private record Case(int status, String request) {
        @Override
        public String toString() {
            String shown = request.replace("\r", "\\r").replace("\n", "\\n");
            return status + " " + shown.substring(0, Math.min(80, shown.length()));
        }
    }

    private static Stream<Case> cases() {
        String chunked = "Transfer-Encoding: chunked\r\n";
        return Stream.of(
                of(505, "GET / HTTP/2.0\r\nHost: a\r\n\r\n"),
                of(505, "GET / HTTP/3.0\r\nHost: a\r\n\r\n"),
                of(505, "GET / HTTP/0.9\r\n\r\n"),
                of(400, "GET /\r\n\r\n"),
                of(400, "GET / http/1.1\r\nHost: a\r\n\r\n"),
                of(400, "GET / HTTP/1.10\r\nHost: a\r\n\r\n"),
                of(400, "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"),
                of(400, "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"),
                of(400, "G(T / HTTP/1.1\r\nHost: a\r\n\r\n"),
                of(400, "GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n"),
                of(400, "GET / HTTP/1.1\nHost: a\n\n"),
                of(400, "GET / HTTP/1.0\n\n"),
                of(400, "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"),
                of(400, "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n"),
                of(400, "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n"),
                of(400, "GET / HTTP/1.1\r\n\r\n"),
                of(400, "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
                of(400, "GET / HTTP/1.1\r\nHost : a\r\n\r\n"),
                of(400, "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n"),
                of(400, "GET / HTTP/1.1\r\nHost: a\r\nn\u00f6: b\r\n\r\n"),
                of(400, "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n"),
                of(400, "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n"),
                of(400, "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"),
                of(400, "\u0000\u0001\u0002"),
                of(400, "\r\n".repeat(20)),
                of(414, "GET /?" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
                of(414, "a".repeat(20_000)),
                of(431, "GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(60_000) + "\r\n\r\n"),
                of(431, "GET / HTTP/1.1\r\nHost: a\r\n" + "X: a\r\n".repeat(12_000) + "\r\n"),
                // Where a proxy in front might see another request than we do.
                of(400, get("Content-Length: 0\r\n" + chunked) + SECOND),
                of(400, get(chunked + "Content-Length: 0\r\n") + SECOND),
                of(400, get("Content-Length: 0\r\nContent-Length: 5\r\n") + SECOND),
                of(400, get("Content-Length: 5\r\nContent-Length: 5\r\n") + "hello" + SECOND),
                of(400, get("Content-Length: 5, 5\r\n") + "hello" + SECOND),
                of(400, get("Content-Length: +5\r\n") + "hello" + SECOND),
                of(400, get("Content-Length: -1\r\n") + SECOND),
                of(400, get("Content-Length: 0x5\r\n") + "hello" + SECOND),
                of(400, get("Content-Length: \r\n") + SECOND),
                of(400, get("Content-Length: 99999999999999999999\r\n") + SECOND),
                of(400, get("Transfer-Encoding: identity\r\n") + SECOND),
                of(400, get("Transfer-Encoding: chunked, chunked\r\n") + SECOND),
                of(501, get("Transfer-Encoding: gzip, chunked\r\n") + SECOND),
                of(400, "GET / HTTP/1.0\r\n" + chunked + "\r\n0\r\n\r\n" + SECOND));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAnsweredCountedAndClosed(Case refused) throws Exception {
        Metrics metrics = new Metrics();
        String answer;
        try (TestServer server =
                        TestServer.counting(
                                metrics, (request, response) -> response.send("served"));
                Socket socket = server.connect()) {
            socket.getOutputStream().write(refused.request().getBytes(StandardCharsets.ISO_8859_1));
            // Reads until the server closes: without it the read would time out.
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(answer)
                .startsWith("HTTP/1.1 " + refused.status() + " ")
                .contains("\r\n\r\n{\"statusCode\":" + refused.status() + ",\"error\":\"")
                .endsWith("\"}")
                .doesNotContain("served");
        assertThat(TestServer.headers(answer, "Connection")).containsExactly("Connection: close");
        assertThat(TestServer.headers(answer, "Convene-Request-Id")).hasSize(1);
        assertThat(
                        Scrape.of(metrics)
                                .value(
                                        "convene_requests_total",
                                        "route",
                                        "other",
                                        "status",
                                        Integer.toString(refused.status()),
                                        "integration",
                                        ""))
                .isEqualTo(1);
    }

    @Test
    void isAnsweredOnAConnectionThatServedOthersBefore() throws Exception {
        try (TestServer server = TestServer.of((request, response) -> response.send("served"));
                Socket socket = server.connect()) {
            TestServer.send(socket, "GET / HTTP/1.1", "Host: a");
            TestServer.send(socket, "GET / HTTP/4.2", "Host: a");
            TestServer.send(socket, "GET / HTTP/1.1", "Host: a");
            String answers =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers)
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .contains("servedHTTP/1.1 505 ")
                    .containsOnlyOnce("served");
        }
    }

    @Test
    void fillsNoLog() {
        List<String> lines = new ArrayList<>();
        RefusalLog log = new RefusalLog(lines::add);
        for (int i = 0; i < 1000; i++) {
            log.refused(400, "It is not HTTP.");
        }

        assertThat(lines)
                .hasSize(10)
                .contains(
                        "a request was refused with 400 before its route was known: It is not HTTP.");
    }

    private static Case of(int status, String request) {
        return new Case(status, request);
    }

    private static String get(String headers) {
        return "GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
    }
}
