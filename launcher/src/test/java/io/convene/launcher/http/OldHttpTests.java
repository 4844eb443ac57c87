package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.api.answer.PipedAnswer;
import io.helidon.webserver.http.Handler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** HTTP of other minor versions is served: simple health checks and proxies speak HTTP/1.0. */
@Timeout(60)
class OldHttpTests {
    private static final String BIG = "interview ".repeat(60_000);
    private static final Handler HANDLER =
            (request, response) -> {
                switch (request.query().rawValue()) {
                    case "big" -> response.send(BIG);
                    case "stream" -> {
                        try (OutputStream out = response.outputStream()) {
                            out.write("first ".getBytes(StandardCharsets.UTF_8));
                            out.write("second".getBytes(StandardCharsets.UTF_8));
                        }
                    }
                    case "broken" -> {
                        OutputStream out = response.outputStream();
                        out.write("first ".getBytes(StandardCharsets.UTF_8));
                        out.write("second".getBytes(StandardCharsets.UTF_8));
                        throw new ApiException(502, "It broke off.");
                    }
                    case "trailer" -> {
                        assertThat(PipedAnswer.takesTrailers(request)).isFalse();
                        response.send("no trailer");
                    }
                    default -> response.send(request.query().rawValue());
                }
            };

    @ParameterizedTest
    @ValueSource(strings = {"GET /?a=1 HTTP/1.0\r\n\r\n", "GET /?a=1 HTTP/1.0\r\nHost: a\r\n\r\n"})
    void isAnsweredAndClosed(String request) throws Exception {
        String answer = answer(request);

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\na=1");
        assertThat(TestServer.headers(answer, "Connection")).containsExactly("Connection: close");
        assertThat(TestServer.headers(answer, "Content-Length"))
                .containsExactly("Content-Length: 3");
    }

    @Test
    void closesEvenForACallerThatWouldKeepTheConnection() throws Exception {
        String answer =
                answer("GET /?a=1 HTTP/1.0\r\nConnection: keep-alive\r\nKeep-Alive: 300\r\n\r\n");

        assertThat(answer).endsWith("\r\n\r\na=1");
        assertThat(TestServer.headers(answer, "Connection")).containsExactly("Connection: close");
    }

    @Test
    void getsNoChunks() throws Exception {
        String answer = answer("GET /?stream HTTP/1.0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\nfirst second");
        assertThat(TestServer.headers(answer, "Transfer-Encoding", "Content-Length")).isEmpty();
        assertThat(answer("GET /?big HTTP/1.0\r\n\r\n")).endsWith(BIG);
    }

    @Test
    void getsNoTrailersEither() throws Exception {
        assertThat(answer("GET /?trailer HTTP/1.0\r\nTE: trailers\r\n\r\n"))
                .endsWith("\r\n\r\nno trailer");
    }

    @Test
    void isToldThatAnAnswerIsCompressedAsEverybodyIs() throws Exception {
        String answer = answer("GET /?big HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n");

        assertThat(TestServer.headers(answer, "Content-Encoding"))
                .containsExactly("Content-Encoding: gzip");
    }

    @Test
    void answersHead() throws Exception {
        String answer = answer("HEAD /?a=1 HTTP/1.0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n");
        assertThat(TestServer.headers(answer, "Content-Length"))
                .containsExactly("Content-Length: 3");
    }

    @Test
    void answersTheHealthCheckOfAProxy() throws Exception {
        assertThat(answer("OPTIONS / HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 405 Method Not Allowed\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.2", "HTTP/1.9"})
    void takesAHigherMinorVersionForTheOneItKnows(String version) throws Exception {
        String first = "GET /?a=1 " + version + "\r\nHost: a\r\n\r\n";
        String second = "GET /?stream " + version + "\r\nHost: a\r\nConnection: close\r\n\r\n";
        String answers = answer(first + second);

        assertThat(answers)
                .contains("\r\n\r\na=1HTTP/1.1 200 OK\r\n")
                .contains("Transfer-Encoding: chunked")
                .endsWith("second\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r\n\r\n\r\n"})
    void skipsEmptyLinesBeforeARequest(String lines) throws Exception {
        assertThat(answer(lines + "GET /?a=1 HTTP/1.0\r\n\r\n")).endsWith("\r\n\r\na=1");
        // As some clients send one after a body.
        assertThat(
                        answer(
                                "GET /?a=1 HTTP/1.1\r\nHost: a\r\n\r\n"
                                        + lines
                                        + "GET /?a=2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .contains("a=1HTTP/1.1 200 OK")
                .endsWith("a=2");
    }

    @Test
    void readsAHeadThatComesByteByByte() throws Exception {
        try (TestServer server = TestServer.of(HANDLER);
                Socket socket = server.connect()) {
            for (byte one :
                    "\r\nGET /?a=1 HTTP/1.0\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.UTF_8)) {
                socket.getOutputStream().write(one);
                socket.getOutputStream().flush();
            }

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .endsWith("\r\n\r\na=1");
        }
    }

    private static String answer(String request) throws Exception {
        try (TestServer server = TestServer.of(HANDLER);
                Socket socket = server.connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
