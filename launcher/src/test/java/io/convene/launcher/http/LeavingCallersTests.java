package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convene.launcher.config.TestCertificate;
import io.convene.launcher.metrics.Metrics;
import io.convene.launcher.metrics.Scrape;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A caller who leaves ends the work for its request, as a deadline does. */
@Timeout(60)
class LeavingCallersTests {
    private static final long LONG = 30_000;

    private static TestCertificate certificate;

    /** Works until it is interrupted or let go, as a handler does that waits for a vendor. */
    private static final class Working implements Handler {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

        @Override
        public void handle(ServerRequest request, ServerResponse response) {
            if (!request.query().rawValue().equals("work")) {
                response.send(request.query().rawValue());
                return;
            }
            begun.countDown();
            try {
                goOn.await();
                ends.add("done");
                response.send("worked");
            } catch (InterruptedException e) {
                ends.add("interrupted");
                Thread.currentThread().interrupt();
                throw new ApiException(502, "The request was given up.");
            }
        }

        private String end() throws InterruptedException {
            return String.valueOf(ends.poll(LONG, TimeUnit.MILLISECONDS));
        }
    }

    @BeforeAll
    static void make(@TempDir Path folder) {
        certificate = TestCertificate.make(folder, "EC");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isNoticedWhileTheHandlerWorks(boolean tls) throws Exception {
        Working working = new Working();
        try (TestServer server = server(working, tls)) {
            try (Socket socket = connect(server, tls)) {
                TestServer.send(socket, "GET /?work HTTP/1.1", "Host: a");
                working.begun.await();
            }

            assertThat(working.end()).isEqualTo("interrupted");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isNoticedThoughItSentMoreBefore(boolean tls) throws Exception {
        Working working = new Working();
        try (TestServer server = server(working, tls)) {
            try (Socket socket = connect(server, tls)) {
                TestServer.send(socket, "GET /?work HTTP/1.1", "Host: a");
                TestServer.send(socket, "GET /?a=2 HTTP/1.1", "Host: a");
                working.begun.await();
                Thread.sleep(1_000);
                TestServer.send(socket, "GET /?a=3 HTTP/1.1", "Host: a");
            }

            assertThat(working.end()).isEqualTo("interrupted");
        }
    }

    @Test
    void isNoticedWhenItsConnectionIsReset() throws Exception {
        Working working = new Working();
        try (TestServer server = server(working, false)) {
            try (Socket socket = connect(server, false)) {
                TestServer.send(socket, "GET /?work HTTP/1.1", "Host: a");
                working.begun.await();
                socket.setSoLinger(true, 0);
            }

            assertThat(working.end()).isEqualTo("interrupted");
        }
    }

    @Test
    void isWhoClosesItsSideOfTheConnection() throws Exception {
        Working working = new Working();
        try (TestServer server = server(working, false);
                Socket socket = connect(server, false)) {
            TestServer.send(socket, "GET /?work HTTP/1.1", "Host: a");
            socket.shutdownOutput();

            assertThat(working.end()).isEqualTo("interrupted");
        }
    }

    @Test
    void isAnsweredWhenTheAnswerIsQuickThoughItClosedItsSide() throws Exception {
        try (TestServer server = server(new Working(), false);
                Socket socket = connect(server, false)) {
            TestServer.send(socket, "GET /?quick HTTP/1.1", "Host: a");
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .endsWith("\r\n\r\nquick");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void doesNotDisturbWhoStaysAndSendsMore(boolean tls) throws Exception {
        Working working = new Working();
        try (TestServer server = server(working, tls);
                Socket socket = connect(server, tls)) {
            TestServer.send(socket, "GET /?work HTTP/1.1", "Host: a");
            working.begun.await();
            // Long enough for the server to look for it.
            Thread.sleep(1_200);
            TestServer.send(socket, "GET /?a=2 HTTP/1.1", "Host: a");
            Thread.sleep(600);
            working.goOn.countDown();
            TestServer.send(socket, "GET /?a=3 HTTP/1.1", "Host: a", "Connection: close");
            String answers =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(working.end()).isEqualTo("done");
            assertThat(answers).contains("workedHTTP/1.1 200", "a=2HTTP/1.1 200").endsWith("a=3");
        }
    }

    @Test
    void endsAStreamThatItReset() throws Exception {
        Working working = new Working();
        try (TestServer server = server(working, true);
                HttpClient client = client()) {
            CompletableFuture<HttpResponse<byte[]>> leaving =
                    client.sendAsync(
                            request(server, "/?work"), HttpResponse.BodyHandlers.ofByteArray());
            working.begun.await();
            leaving.cancel(true);

            assertThat(working.end()).isEqualTo("interrupted");
            HttpResponse<byte[]> other = TestServer.send(client, request(server, "/?a=1"));
            assertThat(other.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(TestServer.text(other)).isEqualTo("a=1");
        }
    }

    @Test
    void endsEveryStreamOfAConnectionThatItClosed() throws Exception {
        Working working = new Working();
        try (TestServer server = server(working, true);
                HttpClient client = client()) {
            client.sendAsync(request(server, "/?work"), HttpResponse.BodyHandlers.ofByteArray());
            working.begun.await();
            client.shutdownNow();

            assertThat(working.end()).isEqualTo("interrupted");
        }
    }

    @Test
    void endsAnAnswerThatIsBeingStreamed() throws Exception {
        BlockingQueue<String> ends = new LinkedBlockingQueue<>();
        Handler handler =
                (request, response) -> {
                    OutputStream out = response.outputStream();
                    try {
                        out.write(new byte[10]);
                        out.write(new byte[10]);
                        new CountDownLatch(1).await();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (InterruptedException e) {
                        throw new ApiException(502, "The request was given up.");
                    } finally {
                        // Its end may also be noticed by a write that fails.
                        ends.add("ended");
                    }
                };
        try (TestServer server = server(handler, false)) {
            try (Socket socket = connect(server, false)) {
                TestServer.send(socket, "GET / HTTP/1.1", "Host: a");
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }

            assertThat(ends.poll(LONG, TimeUnit.MILLISECONDS)).isEqualTo("ended");
        }
    }

    @Test
    void isCountedWithAStatusOfItsOwn() throws Exception {
        Metrics metrics = new Metrics();
        Working working = new Working();
        try (TestServer server = TestServer.counting(metrics, working)) {
            try (Socket socket = server.connect()) {
                TestServer.send(socket, "GET /?work HTTP/1.1", "Host: a");
                working.begun.await();
            }
            assertThat(working.end()).isEqualTo("interrupted");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Scrape.of(metrics).value("convene_requests_in_flight") == 0);

            assertThat(
                            Scrape.of(metrics)
                                    .value(
                                            "convene_requests_total",
                                            "route",
                                            "/",
                                            "status",
                                            "499",
                                            "integration",
                                            ""))
                    .isEqualTo(1);
        }
    }

    private static TestServer server(Handler handler, boolean tls) {
        return TestServer.of(
                handler, Set.of(), tls ? Optional.of(certificate.tls()) : Optional.empty());
    }

    private static Socket connect(TestServer server, boolean tls) throws IOException {
        if (!tls) {
            return server.connect();
        }
        Socket socket =
                certificate.trust().getSocketFactory().createSocket("127.0.0.1", server.port());
        socket.setSoTimeout((int) LONG);
        return socket;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().sslContext(certificate.trust()).build();
    }

    private static HttpRequest request(TestServer server, String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path))
                .build();
    }
}
