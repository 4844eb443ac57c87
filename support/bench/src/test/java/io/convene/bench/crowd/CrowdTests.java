package io.convene.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class CrowdTests {
    private static final String REFUSAL =
            "{\"statusCode\":503,\"error\":\"Service Unavailable\",\"message\":\"Come again.\"}";

    private final Set<String> asked = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    @Test
    void sendsTheRequestsOfAllCallersOnce() {
        List<byte[]> requests = List.of(Crowd.get("/a", "t"), Crowd.get("/b?c=d", "t"));

        try (Crowd crowd = Crowd.connect(address(), requests, 50)) {
            for (int wave = 0; wave < 2; wave++) {
                Tally tally = crowd.run(Pace.once());

                assertThat(tally.served()).isEqualTo(50);
                assertThat(tally.total()).isEqualTo(50);
            }
        }
        assertThat(asked).containsExactlyInAnyOrder("/a", "/b?c=d");
    }

    @Test
    void asksAgainUntilTheTimeIsOver() {
        List<byte[]> requests =
                List.of(Crowd.get("/a", "t"), Crowd.get("/b", "t"), Crowd.get("/busy", "t"));

        try (Crowd crowd = Crowd.connect(address(), requests, 2)) {
            Tally tally = crowd.run(new AgainPace(0, 300_000_000, 1_000_000, 0));

            assertThat(tally.served()).isGreaterThan(2);
            assertThat(tally.refused()).isPositive();
            assertThat(tally.failed()).isZero();
        }
        assertThat(asked).containsExactlyInAnyOrder("/a", "/b", "/busy");
    }

    @Test
    void keepsTheRate() {
        try (Crowd crowd = Crowd.connect(address(), List.of(Crowd.get("/a", "t")), 10)) {
            Tally tally = crowd.run(Pace.steady(200, 10, Duration.ofMillis(500)));

            assertThat(tally.served()).isEqualTo(100);
        }
    }

    @Test
    void countsWhatBreaksOff() {
        List<byte[]> requests = List.of(Crowd.get("/a", "t"), Crowd.get("/cut", "t"));

        try (Crowd crowd = Crowd.connect(address(), requests, 10)) {
            Tally tally = crowd.run(Pace.once());

            assertThat(tally.served()).isEqualTo(5);
            assertThat(tally.failed()).isEqualTo(5);
            assertThat(tally).asString().contains("closed");
        }
    }

    @Test
    void countsRequestsToAServerThatHasGone() throws IOException {
        ServerSocket gone = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        URI address = URI.create("http://127.0.0.1:" + gone.getLocalPort());
        try (Crowd crowd = Crowd.connect(address, List.of(Crowd.get("/a", "t")), 10)) {
            gone.close();

            assertThat(crowd.run(Pace.once()).failed()).isEqualTo(10);
            assertThat(crowd.run(Pace.once()).failed()).isEqualTo(10);
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        asked.add(target);
        if (target.equals("/cut")) {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.close();
            return;
        }
        boolean busy = target.equals("/busy");
        byte[] body = (busy ? REFUSAL : "fine").getBytes(StandardCharsets.UTF_8);
        if (busy) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        exchange.sendResponseHeaders(busy ? 503 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
