package io.convene.launcher.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.http.Handler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

class ListenerTests {
    private static final String BIG = "{\"result\":\"" + "interview ".repeat(20_000) + "\"}";
    private static final Handler ECHO =
            (request, response) -> {
                byte[] query = request.query().rawValue().getBytes(StandardCharsets.UTF_8);
                response.send(query, 0, query.length);
            };

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
                            "{\"statusCode\":405,\"error\":\"Method Not Allowed\",\"message\":\"The path / takes GET and HEAD"
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
                    server.raw("GET / HTTP/1.1", "Host: a", "X: " + "a".repeat(20_000)),
                    400,
                    "Bad Request");
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
    void speaksHttp2ToAClientThatUpgrades() {
        Handler handler =
                (request, response) -> {
                    if (request.query().rawValue().startsWith("stream")) {
                        try (OutputStream out = response.outputStream()) {
                            out.write(BIG.getBytes(StandardCharsets.UTF_8));
                            out.write(BIG.getBytes(StandardCharsets.UTF_8));
                        }
                    } else {
                        ECHO.handle(request, response);
                    }
                };
        try (TestServer server = TestServer.of(handler);
                HttpClient client = HttpClient.newHttpClient()) {
            // The first request is an upgrade, the others are not.
            for (int i = 0; i < 3; i++) {
                HttpResponse<byte[]> answer =
                        get(client, server, "/?created_at%5Bgt%5D=2026-01-0" + i);

                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(TestServer.text(answer)).isEqualTo("created_at%5Bgt%5D=2026-01-0" + i);
                assertThat(answer.headers().firstValue("convene-request-id")).isPresent();
            }
            assertThat(TestServer.text(get(client, server, "/?a[b]=c"))).isEqualTo("a[b]=c");
            String ids = "?id=" + "a".repeat(15_000);
            assertThat(TestServer.text(get(client, server, "/" + ids))).hasSize(15_003);
            assertThat(TestServer.text(get(client, server, "/?stream"))).isEqualTo(BIG + BIG);
            assertThat(get(client, server, "/nowhere").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void answersHeadOverHttp2() {
        Handler handler =
                (request, response) -> {
                    if (request.query().rawValue().equals("stream")) {
                        response.outputStream().write(1);
                    } else {
                        response.send(BIG);
                    }
                };
        try (TestServer server = TestServer.of(handler);
                HttpClient client = HttpClient.newHttpClient()) {
            get(client, server, "/");
            HttpResponse<byte[]> complete = head(client, server, "/");
            HttpResponse<byte[]> stream = head(client, server, "/?stream");

            assertThat(complete.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(complete.headers().firstValueAsLong("content-length"))
                    .hasValue(BIG.length());
            assertThat(complete.body()).isEmpty();
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.headers().firstValue("content-length")).isEmpty();
            assertThat(get(client, server, "/").statusCode()).isEqualTo(200);
        }
    }

    /** The connection preface, empty settings, and a GET of / in HPACK's static table. */
    @Test
    void speaksHttp2ToAClientThatKnowsOfIt() throws IOException {
        byte[] get = HexFormat.of().parseHex("828684410161");
        try (TestServer server = TestServer.of((request, response) -> response.send("{}"));
                Socket socket = server.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(HexFormat.of().parseHex("000000040000000000"));
            out.write(HexFormat.of().parseHex("00000" + get.length + "010500000001"));
            out.write(get);

            assertThat(data(new DataInputStream(socket.getInputStream()))).isEqualTo("{}");
        }
    }

    private static String data(DataInputStream in) throws IOException {
        while (true) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            in.skipNBytes(5);
            byte[] payload = in.readNBytes(length);
            if (type == 0) {
                return new String(payload, StandardCharsets.UTF_8);
            }
        }
    }

    private static HttpResponse<byte[]> get(HttpClient client, TestServer server, String path) {
        return TestServer.send(client, HttpRequest.newBuilder(uri(server, path)).build());
    }

    private static HttpResponse<byte[]> head(HttpClient client, TestServer server, String path) {
        return TestServer.send(client, HttpRequest.newBuilder(uri(server, path)).HEAD().build());
    }

    private static URI uri(TestServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
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
