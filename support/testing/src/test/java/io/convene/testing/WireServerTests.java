package io.convene.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@Timeout(30)
class WireServerTests {
    private static final String GET =
            "GET /users?page=2 HTTP/1.1\r\nHost: vendor\r\nX-Key: abc\r\n\r\n";
    private static final String POST = "POST /jobs HTTP/1.1\r\ncontent-length: 5\r\n\r\nJörg";

    @Test
    void keepsEveryRequestOfAConnection() throws Exception {
        try (WireServer server = WireServer.start((request, wire) -> wire.reply(200, "{}"));
                Socket client = new Socket("127.0.0.1", server.port())) {
            ask(client, GET);
            ask(client, POST);

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.received()).hasSize(2);
            WireRequest get = server.received("/users").getFirst();
            assertThat(get.method()).isEqualTo("GET");
            assertThat(get.target()).isEqualTo("/users?page=2");
            assertThat(get.header("x-key")).isEqualTo("abc");
            assertThat(get.header("other")).isEmpty();
            assertThat(get.connection()).isEqualTo(1);
            assertThat(server.received("/jobs").getFirst().body()).isEqualTo("Jörg");
        }
    }

    @Test
    void repliesWithTheLengthOfTheBody() throws Exception {
        try (WireServer server = WireServer.start((request, wire) -> answerAndLeave(wire));
                Socket client = new Socket("127.0.0.1", server.port())) {
            client.getOutputStream().write(GET.getBytes(UTF_8));

            assertThat(client.getInputStream().readAllBytes())
                    .asString(UTF_8)
                    .isEqualTo("HTTP/1.1 429 X\r\nContent-Length: 2\r\nRetry-After: 1\r\n\r\né");
        }
    }

    @Test
    void closesTheConnectionWhenTheHandlerFails() throws Exception {
        try (WireServer server =
                        WireServer.start((request, wire) -> {
                            throw new IllegalStateException("no answer");
                        });
                Socket client = new Socket("127.0.0.1", server.port())) {
            client.getOutputStream().write(GET.getBytes(UTF_8));

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void noticesThatTheClientIsGone() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (WireServer server =
                WireServer.start((request, wire) -> {
                    wire.untilGone();
                    gone.countDown();
                })) {
            try (Socket client = new Socket("127.0.0.1", server.port())) {
                client.getOutputStream().write(GET.getBytes(UTF_8));
            }

            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void acceptsNothingOnceItIsClosed() throws Exception {
        WireServer server = WireServer.start((request, wire) -> wire.reply(200, "{}"));
        int port = server.port();
        server.close();

        assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
                .isInstanceOf(IOException.class);
    }

    private static void answerAndLeave(WireConnection wire) throws IOException {
        wire.reply(429, "é", "Retry-After: 1");
        wire.breakOff();
    }

    private static void ask(Socket client, String request) throws IOException {
        client.getOutputStream().write(request.getBytes(UTF_8));
        String line = WireRequest.line(client.getInputStream());
        assertThat(line).isEqualTo("HTTP/1.1 200 X");
        while (!line.isEmpty()) {
            line = WireRequest.line(client.getInputStream());
        }
        assertThat(client.getInputStream().readNBytes(2)).asString(UTF_8).isEqualTo("{}");
    }
}
