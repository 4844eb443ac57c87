package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.launcher.config.TestCertificate;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerResponse;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@Timeout(120)
class SlowCallersTests {
    private static final int MIB = 1 << 20;

    /** More than the sockets of both sides hold. */
    private static final int BIG = 64 * MIB;

    private static TestCertificate certificate;

    /** Releases its hold when the answer is out or has failed, as a lease is released. */
    private static final class Holding implements Handler {
        private final Answering answering;
        private final CountDownLatch released = new CountDownLatch(1);

        private Holding(Answering answering) {
            this.answering = answering;
        }

        @Override
        public void handle(
                io.helidon.webserver.http.ServerRequest request, ServerResponse response) {
            try {
                answering.answer(response);
            } finally {
                released.countDown();
            }
        }

        private void awaitRelease() throws InterruptedException {
            assertThat(released.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private enum Answering {
        COMPLETE {
            @Override
            void answer(ServerResponse response) {
                byte[] body = new byte[BIG];
                response.send(body, 0, body.length);
            }
        },
        STREAMED {
            @Override
            void answer(ServerResponse response) {
                byte[] piece = new byte[64 * 1024];
                try (OutputStream out = response.outputStream()) {
                    for (int sent = 0; sent < BIG; sent += piece.length) {
                        out.write(piece);
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };

        abstract void answer(ServerResponse response);
    }

    @BeforeAll
    static void make(@TempDir Path folder) throws Exception {
        certificate = TestCertificate.make(folder, "EC");
    }

    @ParameterizedTest
    @EnumSource
    void letsGoOfACallerThatNeverReads(Answering answering) throws Exception {
        Holding holding = new Holding(answering);
        try (TestServer server = server(holding, false, 500);
                Socket socket = server.connect()) {
            TestServer.send(socket, "GET / HTTP/1.1", "Host: a");

            holding.awaitRelease();
            assertThat(readable(socket.getInputStream())).isLessThan(BIG);
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsGoOfItOverTlsToo(Answering answering) throws Exception {
        Holding holding = new Holding(answering);
        try (TestServer server = server(holding, true, 500);
                Socket socket =
                        certificate
                                .trust()
                                .getSocketFactory()
                                .createSocket("127.0.0.1", server.port())) {
            TestServer.send(socket, "GET / HTTP/1.1", "Host: a");

            holding.awaitRelease();
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsGoOfAnHttp2CallerThatTakesNoMore(Answering answering) throws Exception {
        Holding holding = new Holding(answering);
        try (TestServer server = server(holding, true, 500);
                HttpClient client =
                        HttpClient.newBuilder().sslContext(certificate.trust()).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/"))
                            .build();
            HttpResponse<InputStream> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            holding.awaitRelease();
            client.shutdownNow();
        }
    }

    @Test
    void waitsForACallerThatReadsSlowlyButReads() throws Exception {
        try (TestServer server =
                        server(
                                (request, response) -> {
                                    byte[] body = new byte[12 * MIB];
                                    response.send(body, 0, body.length);
                                },
                                false,
                                2_000);
                Socket socket = server.connect()) {
            TestServer.send(socket, "GET / HTTP/1.1", "Host: a", "Connection: close");
            InputStream in = socket.getInputStream();
            long all = 0;
            for (byte[] read = in.readNBytes(MIB / 4);
                    read.length > 0;
                    read = in.readNBytes(MIB / 4)) {
                all += read.length;
                Thread.sleep(60);
            }

            assertThat(all).isGreaterThan(12 * MIB);
        }
    }

    private static TestServer server(Handler handler, boolean tls, int writeTimeout) {
        return TestServer.of(
                handler,
                Set.of(),
                tls ? Optional.of(certificate.tls()) : Optional.empty(),
                Duration.ofMillis(writeTimeout));
    }

    /** How much had been sent before the connection was closed. */
    private static long readable(InputStream in) {
        long all = 0;
        try {
            byte[] bytes = new byte[MIB];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                all += read;
            }
        } catch (IOException e) {
            // It was reset, as a connection is that has unread bytes.
        }
        return all;
    }
}
