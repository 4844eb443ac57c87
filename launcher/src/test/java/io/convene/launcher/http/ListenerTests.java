package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.http.Handler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

class ListenerTests {
    private static final String BIG = "{\"result\":\"" + "interview ".repeat(20_000) + "\"}";
    private static final Handler ECHO =
            (request, response) -> {
                byte[] query = request.query().rawValue().getBytes(StandardCharsets.UTF_8);
                response.send(query, 0, query.length);
            };

    @Test
    void sendsBigAnswersWithoutWaitingForAcknowledgements() {
        SocketOptions options = SocketOptions.builder().update(Listener::sendAtOnce).build();

        assertThat(options.tcpNoDelay()).isTrue();
        assertThat(options.socketSendBufferSize().orElseThrow()).isGreaterThan(BIG.length());
    }

    @Test
    void closesTheConnectionWhenTheCallerAsksForIt() {
        try (TestServer server = TestServer.of(ECHO)) {
            // Reads until the server closes: without it the read would time out.
            String answer = server.raw("GET /?a=1 HTTP/1.1", "Host: a", "Connection: close");

            assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\na=1");
            assertThat(TestServer.headers(answer, "Connection"))
                    .containsExactly("Connection: close");
        }
    }

    @Test
    void answersTheNextRequestOnAConnectionThatIsKept() throws IOException {
        try (TestServer server = TestServer.of(ECHO);
                Socket socket = server.connect()) {
            TestServer.send(socket, "GET /?a=1 HTTP/1.1", "Host: a");
            TestServer.send(socket, "GET /?a=2 HTTP/1.1", "Host: a", "Connection: close");
            String answers =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers).contains("\r\n\r\na=1HTTP/1.1 200 ").endsWith("\r\n\r\na=2");
        }
    }

    @Test
    void takesNoNoticeOfABodyOnAGet() throws IOException {
        try (TestServer server = TestServer.of(ECHO);
                Socket socket = server.connect()) {
            TestServer.send(socket, "GET /?a=1 HTTP/1.1", "Host: a", "Content-Length: 5");
            socket.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
            TestServer.send(
                    socket,
                    "GET /?a=2 HTTP/1.1",
                    "Host: a",
                    "Connection: close",
                    "Content-Length: 2");
            socket.getOutputStream().write("hi".getBytes(StandardCharsets.UTF_8));
            String answers =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers).contains("\r\n\r\na=1HTTP/1.1 200 ").endsWith("\r\n\r\na=2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void namesTheMethodsThatAPathTakes(String method) {
        try (TestServer server = TestServer.of(ECHO)) {
            HttpResponse<byte[]> answer = server.send(method, "/");

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
            assertThat(TestServer.text(answer))
                    .isEqualTo(
                            "{\"statusCode\":405,\"error\":\"Method Not Allowed\",\"message\":\"This path takes GET and HEAD"
                                    + " only; send a GET.\"}");
        }
    }

    @Test
    void givesWhatIsNoHttpTheDocumentedBodyAndAnId() {
        try (TestServer server = TestServer.of(ECHO)) {
            assertRefused(server.raw("GET / HTTP/1.1"), 400, "Bad Request");
            assertRefused(
                    server.raw("GET / HTTP/1.1", "Host: a", "Content-Length: x"),
                    400,
                    "Bad Request");
            assertRefused(server.raw("GET /%zz HTTP/1.1", "Host: a"), 400, "Bad Request");
            assertRefused(
                    server.raw("GET /?" + "a".repeat(20_000) + " HTTP/1.1", "Host: a"),
                    414,
                    "URI Too Long");
            assertRefused(
                    server.raw("GET / HTTP/1.1", "Host: a", "X: " + "a".repeat(50_000)),
                    431,
                    "Request Header Fields Too Large");
            assertRefused(
                    server.raw("GET / HTTP/1.1", "Host: a", "Content-Length: 99999999"),
                    413,
                    "Content Too Large");
        }
    }

    @Test
    void takesTheIdOfACallerInARefusalToo() {
        try (TestServer server = TestServer.of(ECHO)) {
            String answer =
                    server.raw(
                            "GET / HTTP/1.1",
                            "Host: a",
                            "Convene-Request-Id: mine-1",
                            "Content-Length: 99999999");

            assertThat(TestServer.headers(answer, "Convene-Request-Id"))
                    .containsExactly("Convene-Request-Id: mine-1");
        }
    }

    @Test
    void keepsItsConnectionWhenAnAnswerIsBigAndMany() {
        Handler big = (request, response) -> response.send(BIG);
        try (TestServer server = TestServer.of(big)) {
            for (int i = 0; i < 20; i++) {
                assertThat(TestServer.text(server.get())).isEqualTo(BIG);
            }
        }
    }

    @Test
    void takesNoUpgradeToHttp2() {
        try (TestServer server = TestServer.of(ECHO)) {
            String answer =
                    server.raw(
                            "GET /?a=1 HTTP/1.1",
                            "Host: a",
                            "Connection: Upgrade, HTTP2-Settings, close",
                            "Upgrade: h2c",
                            "HTTP2-Settings: AAEAAEAAAAIAAAAAAAMAAAAAAAQBAAAAAAUAAEAAAAYABgAA");

            assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\na=1");
        }
    }

    private static void assertRefused(String answer, int status, String error) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains(
                        "{\"statusCode\":"
                                + status
                                + ",\"error\":\""
                                + error
                                + "\",\"message\":\"");
        assertThat(TestServer.headers(answer, "Convene-Request-Id")).hasSize(1);
        assertThat(TestServer.headers(answer, "Content-Type"))
                .containsExactly("Content-Type: application/json");
        assertThat(TestServer.headers(answer, "Connection")).containsExactly("Connection: close");
    }
}
