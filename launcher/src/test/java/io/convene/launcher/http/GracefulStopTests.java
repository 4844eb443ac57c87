package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.convene.launcher.config.TestCertificate;
import io.helidon.webserver.http.Handler;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** A stopping server completes the answers it has begun, and closes everything else. */
@Timeout(60)
class GracefulStopTests {
    /** Longer than a test may take, so that none passes by waiting for its end. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static TestCertificate certificate;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Handler handler =
            (request, response) -> {
                try {
                    switch (request.query().rawValue()) {
                        case "work" -> {
                            begun.countDown();
                            goOn.await();
                            response.send("worked");
                        }
                        case "stream" -> {
                            OutputStream out = response.outputStream();
                            out.write("first ".getBytes(StandardCharsets.UTF_8));
                            out.write("second ".getBytes(StandardCharsets.UTF_8));
                            begun.countDown();
                            goOn.await();
                            out.write("last".getBytes(StandardCharsets.UTF_8));
                            out.close();
                        }
                        default -> response.send(request.query().rawValue());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new ApiException(502, "The request was given up.");
                }
            };

    @BeforeAll
    static void make(@TempDir Path folder) {
        certificate = TestCertificate.make(folder, "EC");
    }

    @Test
    void answersRequestsUnderWayAndThenCloses() throws Exception {
        try (TestServer server = plain(LONG);
                Socket socket = server.connect()) {
            TestServer.send(socket, "GET /?work HTTP/1.1", "Host: a");
            begun.await();
            CompletableFuture<Void> stopped = stop(server);
            awaitRefusal(server);
            goOn.countDown();
            String answer = rest(socket);

            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\nworked");
            stopped.join();
        }
    }

    @Test
    void letsStreamsEndProperly() throws Exception {
        try (TestServer server = plain(LONG);
                Socket socket = server.connect()) {
            TestServer.send(socket, "GET /?stream HTTP/1.1", "Host: a");
            begun.await();
            CompletableFuture<Void> stopped = stop(server);
            awaitRefusal(server);
            goOn.countDown();

            assertThat(rest(socket)).endsWith("last\r\n0\r\n\r\n");
            stopped.join();
        }
    }

    @Test
    void servesRequestsAtFirstAndThenClosesEveryConnection() throws Exception {
        try (TestServer server = plain(LONG);
                Socket kept = server.connect();
                Socket idle = server.connect();
                Socket silent = server.connect()) {
            TestServer.send(kept, "GET /?a=1 HTTP/1.1", "Host: a");
            TestServer.send(idle, "GET /?a=1 HTTP/1.1", "Host: a");
            readUntil(kept, "a=1");
            readUntil(idle, "a=1");
            CompletableFuture<Void> stopped = stop(server);
            try (Socket fresh = server.connect()) {
                TestServer.send(fresh, "GET /?a=2 HTTP/1.1", "Host: a");
                assertThat(readUntil(fresh, "a=2")).startsWith("HTTP/1.1 200 OK\r\n");
            }
            String answer =
                    await().atMost(Duration.ofMinutes(1))
                            .until(
                                    () -> {
                                        TestServer.send(kept, "GET /?a=3 HTTP/1.1", "Host: a");
                                        return readUntil(kept, "a=3");
                                    },
                                    read ->
                                            TestServer.headers(read + "\r\n\r\n", "Connection")
                                                    .contains("Connection: close"));

            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
            assertThat(rest(kept)).isEmpty();
            assertThat(rest(idle)).isEmpty();
            assertThat(rest(silent)).isEmpty();
            assertThatThrownBy(server::connect).isInstanceOf(ConnectException.class);
            stopped.join();
        }
    }

    @Test
    void answersWith503WhatIsNotDoneAtTheEndOfTheGrace() throws Exception {
        try (TestServer server = plain(Duration.ofMillis(600));
                Socket socket = server.connect()) {
            TestServer.send(socket, "GET /?work HTTP/1.1", "Host: a");
            begun.await();
            CompletableFuture<Void> stopped = stop(server);
            String answer = rest(socket);

            assertThat(answer)
                    .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
                    .contains("The server stopped before the request was answered");
            assertThat(TestServer.headers(answer, "Retry-After")).hasSize(1);
            assertThat(TestServer.headers(answer, "Connection"))
                    .containsExactly("Connection: close");
            stopped.join();
        }
    }

    @Test
    void breaksOffAStreamThatIsNotDoneAtTheEndOfTheGrace() throws Exception {
        try (TestServer server = plain(Duration.ofMillis(600));
                Socket socket = server.connect()) {
            TestServer.send(socket, "GET /?stream HTTP/1.1", "Host: a");
            begun.await();
            CompletableFuture<Void> stopped = stop(server);

            assertThat(rest(socket)).contains("second ").doesNotContain("\r\n0\r\n");
            stopped.join();
        }
    }

    @Test
    void endsEverythingAtOnceWithoutAGrace() throws Exception {
        try (TestServer server = plain(Duration.ZERO);
                Socket socket = server.connect()) {
            TestServer.send(socket, "GET /?work HTTP/1.1", "Host: a");
            begun.await();
            CompletableFuture<Void> stopped = stop(server);

            assertThat(rest(socket)).startsWith("HTTP/1.1 503 ");
            stopped.join();
        }
    }

    @Test
    void answersRequestsUnderWayOverHttp2() throws Exception {
        try (TestServer server =
                        TestServer.stopping(handler, Optional.of(certificate.tls()), LONG);
                HttpClient client =
                        HttpClient.newBuilder().sslContext(certificate.trust()).build()) {
            HttpRequest request = overTls(server, "/?work");
            CompletableFuture<HttpResponse<byte[]>> answer =
                    client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
            begun.await();
            CompletableFuture<Void> stopped = stop(server);
            awaitRefusal(server);
            goOn.countDown();

            assertThat(answer.join().version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(TestServer.text(answer.join())).isEqualTo("worked");
            stopped.join();
        }
    }

    @Test
    void isNotHeldUpByAnIdleHttp2Connection() throws Exception {
        try (TestServer server =
                        TestServer.stopping(handler, Optional.of(certificate.tls()), LONG);
                HttpClient client =
                        HttpClient.newBuilder().sslContext(certificate.trust()).build()) {
            HttpRequest request = overTls(server, "/?a=1");
            assertThat(TestServer.text(TestServer.send(client, request))).isEqualTo("a=1");

            stop(server).join();
        }
    }

    @Test
    void acceptsNothingAfterwards() throws Exception {
        try (TestServer server = plain(LONG)) {
            stop(server).join();

            assertThatThrownBy(server::connect).isInstanceOf(ConnectException.class);
        }
    }

    private TestServer plain(Duration grace) {
        return TestServer.stopping(handler, Optional.empty(), grace);
    }

    private static HttpRequest overTls(TestServer server, String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path))
                .build();
    }

    private static CompletableFuture<Void> stop(TestServer server) {
        return CompletableFuture.runAsync(server::stop);
    }

    /** Waits until no connection is accepted any more. */
    private static void awaitRefusal(TestServer server) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> {
                    try {
                        server.connect().close();
                        return false;
                    } catch (ConnectException e) {
                        return true;
                    }
                });
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = in.read();
            assertThat(next).as(read.toString()).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
