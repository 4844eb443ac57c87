package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.joining;

import io.convene.launcher.api.Chunks;
import io.convene.launcher.http.connection.TimedWriter;
import io.helidon.webserver.http.Handler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

class EncodedResponseTests {
    private static final String LONG = "{\"result\":\"" + "interview ".repeat(20_000) + "\"}";
    private static final String SHORT = "{\"result\":[]}";

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "GZIP, deflate, br", "br;q=1.0, gzip;q=0.8", "*", "x-gzip;q=0.001"})
    void compressesALongAnswerForACallerThatAcceptsIt(String accepted) {
        try (TestServer server = TestServer.of(complete(LONG))) {
            HttpResponse<byte[]> answer = server.get("Accept-Encoding", accepted);

            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
            assertThat(answer.headers().firstValueAsLong("Content-Length"))
                    .hasValue(answer.body().length);
            assertThat(answer.body().length).isLessThan(LONG.length() / 20);
            assertThat(decompressed(answer.body())).isEqualTo(LONG);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity",
                "gzip;q=0",
                "*;q=0",
                "gzip;q=many",
                "gzip;q=0.5, identity",
                "br",
                ";;,,=",
                "gzip;q=NaN"
            })
    void compressesNothingForOtherCallers(String accepted) {
        try (TestServer server = TestServer.of(complete(LONG))) {
            HttpResponse<byte[]> answer = server.get("Accept-Encoding", accepted);

            assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
            assertThat(TestServer.text(answer)).isEqualTo(LONG);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {TimedWriter.PIECE, TimedWriter.PIECE + 1, 3 * TimedWriter.PIECE + 17})
    void sendsAnAnswerOfManyPiecesWholeAndGoesOn(int length) {
        String numbers = IntStream.range(0, length).mapToObj(i -> i + " ").collect(joining());
        String answer = numbers.substring(0, length);
        try (TestServer server = TestServer.of(complete(answer))) {
            for (int i = 0; i < 2; i++) {
                HttpResponse<byte[]> got = server.get("Accept-Encoding", "identity");

                assertThat(got.headers().firstValueAsLong("Content-Length")).hasValue(length);
                assertThat(TestServer.text(got)).isEqualTo(answer);
            }
        }
    }

    @Test
    void leavesAShortAnswerAsItIs() {
        try (TestServer server = TestServer.of(complete(SHORT))) {
            HttpResponse<byte[]> answer = server.get("Accept-Encoding", "gzip");

            assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(TestServer.text(answer)).isEqualTo(SHORT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity"})
    void sendsAStreamWhileItGrows(String accepted) throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        Handler twoLines =
                (request, response) -> {
                    OutputStream out = response.outputStream();
                    write(out, "one\n");
                    if (seen.await(30, TimeUnit.SECONDS)) {
                        write(out, "two\n");
                    }
                    out.close();
                };
        try (TestServer server = TestServer.of(twoLines);
                Socket socket = server.connect()) {
            TestServer.send(socket, "GET / HTTP/1.1", "Host: a", "Accept-Encoding: " + accepted);
            boolean compressed = head(socket).contains("Content-Encoding: gzip");
            InputStream chunks = new Chunks(socket.getInputStream());
            InputStream body = compressed ? new GZIPInputStream(chunks) : chunks;

            assertThat(compressed).isEqualTo(accepted.equals("gzip"));
            assertThat(body.readNBytes(4)).asString().isEqualTo("one\n");
            seen.countDown();
            assertThat(body.readAllBytes()).asString().isEqualTo("two\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity"})
    void answersHeadWithTheSameHeadersAndNoBody(String accepted) {
        try (TestServer server = TestServer.of(complete(LONG))) {
            String get = raw(server, "GET", accepted);
            String head = raw(server, "HEAD", accepted);
            String[] names = {
                "Content-Type", "Content-Length", "Content-Encoding", "Vary", "Connection"
            };

            assertThat(head).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
            assertThat(TestServer.headers(head, names))
                    .isEqualTo(TestServer.headers(get, names))
                    .anyMatch(line -> line.startsWith("Content-Length: "));
        }
    }

    @Test
    void answersHeadOnAStreamWithoutMakingIt() {
        AtomicReference<String> after = new AtomicReference<>("nothing");
        Handler stream =
                (request, response) -> {
                    response.header("Content-Type", "application/x-ndjson");
                    OutputStream out = response.outputStream();
                    after.set("something");
                    write(out, LONG);
                    out.close();
                };
        try (TestServer server = TestServer.of(stream)) {
            String head = raw(server, "HEAD", "identity");

            assertThat(head).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
            assertThat(TestServer.headers(head, "Content-Type")).hasSize(1);
            assertThat(TestServer.headers(head, "Content-Length", "Transfer-Encoding")).isEmpty();
            assertThat(after).hasValue("nothing");
            // The JDK's client uses the connection again if the answer left no bytes in it.
            assertThat(server.send("HEAD", "/").statusCode()).isEqualTo(200);
            assertThat(server.send("HEAD", "/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void breaksTheConnectionWhenAStreamFails() {
        Handler failing =
                (request, response) -> {
                    OutputStream out = response.outputStream();
                    write(out, "{\"result\":[");
                    throw new IllegalStateException("a fault of the test's own");
                };
        try (TestServer server = TestServer.of(failing)) {
            assertThat(server.raw("GET / HTTP/1.1", "Host: a"))
                    .contains("{\"result\":[")
                    .doesNotContain("\r\n0\r\n");
            assertThat(server.raw("GET / HTTP/1.1", "Host: a", "Accept-Encoding: gzip"))
                    .contains("Content-Encoding: gzip")
                    .doesNotContain("\r\n0\r\n");
        }
    }

    private static Handler complete(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (request, response) -> {
            response.header("Content-Type", "application/json");
            response.send(bytes, 0, bytes.length);
        };
    }

    private static String raw(TestServer server, String method, String accepted) {
        return server.raw(
                method + " / HTTP/1.1",
                "Host: a",
                "Accept-Encoding: " + accepted,
                "Connection: close");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String head(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private static String decompressed(byte[] body) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
