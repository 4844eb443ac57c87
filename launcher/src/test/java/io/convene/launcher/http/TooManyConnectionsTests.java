package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.helidon.webserver.http.Handler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Of too many connections, those that wait for a request are closed. */
@Timeout(60)
class TooManyConnectionsTests {
    private static final int MOST = 5;
    private static final Handler HELLO = (request, response) -> response.send("hello");
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    /** A caller with a kept connection. */
    private record Caller(Socket socket) implements AutoCloseable {
        static Caller of(TestServer server) {
            try {
                Socket socket = new Socket("127.0.0.1", server.port());
                socket.setSoTimeout(30_000);
                return new Caller(socket);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        void ask() throws IOException {
            socket.getOutputStream().write(GET.getBytes(US_ASCII));
        }

        String answer() throws IOException {
            StringBuilder text = new StringBuilder();
            while (text.indexOf("hello") < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    break;
                }
                text.append((char) next);
            }
            return text.toString();
        }

        boolean isClosed() {
            try {
                socket.setSoTimeout(1);
                return socket.getInputStream().read() < 0;
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void idleOnesAreClosedUntilThereAreAsManyAsMayBe() throws IOException {
        List<Caller> callers = new ArrayList<>();
        try (TestServer server = TestServer.crowded(HELLO, MOST)) {
            for (int i = 0; i < 3 * MOST; i++) {
                Caller caller = Caller.of(server);
                callers.add(caller);
                caller.ask();
                assertThat(caller.answer()).startsWith("HTTP/1.1 200");
            }
            await().until(() -> callers.stream().filter(Caller::isClosed).count() == 2 * MOST);

            callers.add(Caller.of(server));
            callers.getLast().ask();
            assertThat(callers.getLast().answer()).startsWith("HTTP/1.1 200");
        } finally {
            for (Caller caller : callers) {
                caller.close();
            }
        }
    }

    @Test
    void thoseWithARequestStayHoweverManyTheyAre() throws IOException {
        CountDownLatch goOn = new CountDownLatch(1);
        List<Caller> callers = new ArrayList<>();
        Handler slow =
                (request, response) -> {
                    goOn.await();
                    response.send("hello");
                };
        try (TestServer server = TestServer.crowded(slow, MOST)) {
            for (int i = 0; i < 3 * MOST; i++) {
                Caller caller = Caller.of(server);
                callers.add(caller);
                caller.ask();
            }
            Caller idle = Caller.of(server);
            callers.add(idle);
            await().until(idle::isClosed);

            goOn.countDown();
            for (Caller caller : callers.subList(0, 3 * MOST)) {
                assertThat(caller.answer()).startsWith("HTTP/1.1 200").endsWith("hello");
            }
        } finally {
            goOn.countDown();
            for (Caller caller : callers) {
                caller.close();
            }
        }
    }
}
