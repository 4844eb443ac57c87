package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.launcher.api.answer.PipedAnswer;
import io.convene.launcher.config.TestCertificate;
import io.convene.launcher.metrics.Metrics;
import io.helidon.webserver.http.Handler;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class Http2Tests {
    private static final String BIG = "{\"result\":\"" + "interview ".repeat(60_000) + "\"}";
    private static final Handler HANDLER =
            (request, response) -> {
                byte[] query = request.query().rawValue().getBytes(StandardCharsets.UTF_8);
                switch (request.query().rawValue()) {
                    case "big" -> response.send(BIG);
                    case "stream" -> {
                        try (OutputStream out = response.outputStream()) {
                            out.write(BIG.getBytes(StandardCharsets.UTF_8));
                            out.write(BIG.getBytes(StandardCharsets.UTF_8));
                        }
                    }
                    case "trailer" -> {
                        response.header("Trailer", "Convene-Next-Cursor");
                        OutputStream out = response.outputStream();
                        out.write("{".getBytes(StandardCharsets.UTF_8));
                        out.write("}".getBytes(StandardCharsets.UTF_8));
                        response.trailers().set(PipedAnswer.NEXT_CURSOR, "c");
                        out.close();
                    }
                    case "failing" -> {
                        OutputStream out = response.outputStream();
                        out.write(BIG.getBytes(StandardCharsets.UTF_8));
                        out.write(BIG.getBytes(StandardCharsets.UTF_8));
                        throw new IllegalStateException("a fault of the test's own");
                    }
                    default -> response.send(query, 0, query.length);
                }
            };

    @TempDir private static Path folder;
    private static TestCertificate certificate;

    @BeforeAll
    static void makeCertificate() {
        certificate = TestCertificate.make(folder, "EC");
    }

    @Test
    void isSpokenOverTlsByAgreement() {
        try (TestServer server = secure();
                HttpClient client = client()) {
            for (int i = 0; i < 3; i++) {
                HttpResponse<byte[]> answer = get(client, server, "/?at%5Bgt%5D=2026-01-0" + i);

                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(TestServer.text(answer)).isEqualTo("at%5Bgt%5D=2026-01-0" + i);
                assertThat(answer.headers().firstValue("convene-request-id")).isPresent();
            }
            assertThat(get(client, server, "/nowhere").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void takesBracketsAndLongListsOfIds() {
        try (TestServer server = secure();
                HttpClient client = client()) {
            assertThat(TestServer.text(get(client, server, "/?a[b]=c"))).isEqualTo("a[b]=c");
            String ids = "id=" + "a".repeat(15_000);
            assertThat(TestServer.text(get(client, server, "/?" + ids))).isEqualTo(ids);
        }
    }

    @Test
    void carriesBigAndStreamedAnswers() {
        try (TestServer server = secure();
                HttpClient client = client()) {
            assertThat(TestServer.text(get(client, server, "/?big"))).isEqualTo(BIG);
            assertThat(TestServer.text(get(client, server, "/?stream"))).isEqualTo(BIG + BIG);
        }
    }

    @Test
    void answersHead() {
        try (TestServer server = secure();
                HttpClient client = client()) {
            HttpResponse<byte[]> complete = head(client, server, "/?big");
            HttpResponse<byte[]> stream = head(client, server, "/?stream");

            assertThat(complete.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(complete.headers().firstValueAsLong("content-length"))
                    .hasValue(BIG.length());
            assertThat(complete.body()).isEmpty();
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.headers().firstValue("content-length")).isEmpty();
            assertThat(stream.body()).isEmpty();
            assertThat(get(client, server, "/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isSpokenWithoutTlsByAClientThatKnowsOfIt() throws IOException {
        try (TestServer server = TestServer.of(HANDLER);
                Socket socket = server.connect()) {
            greet(socket);
            ask(socket, 1, "/?a=1");

            assertThat(data(socket)).isEqualTo("a=1");
        }
    }

    @Test
    void keepsItsConnectionWhenAPathIsMalformed() throws IOException {
        try (TestServer server = TestServer.of(HANDLER);
                Socket socket = server.connect()) {
            greet(socket);
            ask(socket, 1, "/%zz");
            assertThat(data(socket))
                    .isEqualTo(
                            "{\"statusCode\":400,\"error\":\"Bad Request\",\"message\":\"The request's path is malformed;"
                                    + " check its percent-encoding.\"}");
            ask(socket, 3, "/?a=2");
            assertThat(data(socket)).isEqualTo("a=2");
        }
    }

    @Test
    void readsPathsByTheSameRule() throws IOException {
        try (TestServer server =
                        TestServer.routed(
                                new Metrics(),
                                routes -> {
                                    routes.get(
                                            "/a/{id}",
                                            (request, response) ->
                                                    response.send(RoutePath.segment(request, 1)));
                                    routes.andNothingElse();
                                });
                Socket socket = server.connect()) {
            greet(socket);
            ask(socket, 1, "/%61/b%2Fc;d");
            assertThat(data(socket)).isEqualTo("b/c;d");
            ask(socket, 3, "//a/b");
            assertThat(data(socket)).contains("There is nothing at this path");
        }
    }

    @Test
    void endsAnAnswerWithItsTrailers() throws IOException {
        try (TestServer server = TestServer.of(HANDLER);
                Socket socket = server.connect()) {
            greet(socket);
            ask(socket, 1, "/?trailer");
            List<Integer> types = new ArrayList<>();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            boolean ended = false;
            while (!ended) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                ended = (in.readUnsignedByte() & 1) == 1 && type <= 1;
                boolean ofStream = in.readInt() == 1;
                in.skipNBytes(length);
                if (ofStream && type <= 1) {
                    types.add(type);
                }
            }

            // Head, data, and a head with the end of the stream.
            assertThat(types.getFirst()).isOne();
            assertThat(types).contains(0);
            assertThat(types.getLast()).isOne();
        }
    }

    @Test
    void resetsTheStreamOfAnAnswerThatBreaksOff() {
        try (TestServer server = secure();
                HttpClient client = client()) {
            assertThatThrownBy(() -> get(client, server, "/?failing"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("RST_STREAM");
            assertThat(get(client, server, "/?a=1").statusCode()).isEqualTo(200);
        }
    }

    /** The connection preface and empty settings. */
    private static void greet(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.write(HexFormat.of().parseHex("000000040000000000"));
    }

    /** A HEADERS frame of GET, http, the path and the authority a, in HPACK's static table. */
    private static void ask(Socket socket, int stream, String path) throws IOException {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        headers.writeBytes(new byte[] {(byte) 0x82, (byte) 0x86, 0x04, (byte) path.length()});
        headers.writeBytes(path.getBytes(StandardCharsets.US_ASCII));
        headers.writeBytes(new byte[] {0x01, 1, 'a'});
        OutputStream out = socket.getOutputStream();
        out.write(new byte[] {0, 0, (byte) headers.size(), 1, 5, 0, 0, 0, (byte) stream});
        headers.writeTo(out);
    }

    private static String data(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
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

    private static TestServer secure() {
        return TestServer.of(HANDLER, Set.of(), Optional.of(certificate.tls()));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().sslContext(certificate.trust()).build();
    }

    private static HttpResponse<byte[]> get(HttpClient client, TestServer server, String path) {
        return TestServer.send(client, HttpRequest.newBuilder(uri(server, path)).build());
    }

    private static HttpResponse<byte[]> head(HttpClient client, TestServer server, String path) {
        return TestServer.send(client, HttpRequest.newBuilder(uri(server, path)).HEAD().build());
    }

    private static URI uri(TestServer server, String path) {
        return URI.create("https://127.0.0.1:" + server.port() + path);
    }
}
