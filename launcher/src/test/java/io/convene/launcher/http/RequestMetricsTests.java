package io.convene.launcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.convene.launcher.metrics.Metrics;
import io.convene.launcher.metrics.Scrape;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The metrics of requests. */
@Timeout(60)
class RequestMetricsTests {
    private final Metrics metrics = new Metrics();
    private TestServer server;

    @BeforeEach
    void start() {
        server =
                TestServer.counting(
                        metrics,
                        (request, response) -> {
                            EncodedResponse.answeredBy(response, "acme", "1.2.0");
                            switch (request.query().first("how").orElse("")) {
                                case "refused" -> throw new ApiException(422, "No.");
                                case "failed" -> throw new IllegalStateException("oops");
                                case "cut" -> {
                                    OutputStream out = response.outputStream();
                                    out.write(new byte[10]);
                                    throw new ApiException(502, "It broke off.");
                                }
                                default -> response.send("well".getBytes());
                            }
                        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void byRouteStatusAndIntegration() {
        server.get();
        server.send("HEAD", "/");
        server.send("GET", "/?how=refused");
        server.send("GET", "/?how=failed");
        server.send("POST", "/");

        assertThat(requests("200", "acme")).isEqualTo(2);
        assertThat(requests("422", "acme")).isEqualTo(1);
        assertThat(requests("500", "acme")).isEqualTo(1);
        assertThat(requests("405", "")).isEqualTo(1);
        Scrape scrape = Scrape.of(metrics);
        assertThat(
                        scrape.value(
                                "convene_request_duration_seconds_count",
                                "route",
                                "/",
                                "integration",
                                "acme"))
                .isEqualTo(4);
        assertThat(scrape.value("convene_requests_in_flight")).isZero();
    }

    @Test
    void answersThatAreCutOff() {
        assertThatThrownBy(() -> server.send("GET", "/?how=cut"))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(requests("broken", "acme")).isEqualTo(1);
    }

    @Test
    void whatIsRefusedBeforeItsRouteIsKnown() {
        server.raw("GET /%zz HTTP/1.1", "Host: a", "Connection: close");
        server.raw("GET / HTTP/1.1", "Host: a", "X: " + "x".repeat(70_000), "Connection: close");

        assertThat(requests("other", "400", "")).isEqualTo(1);
        assertThat(requests("other", "431", "")).isEqualTo(1);
    }

    @Test
    void preflights() {
        server.send(
                "OPTIONS",
                "/",
                "Origin",
                "https://app.example.com",
                "Access-Control-Request-Method",
                "GET");

        assertThat(requests("other", "204", "")).isEqualTo(1);
    }

    private double requests(String status, String integration) {
        return requests("/", status, integration);
    }

    /** A request is counted when its answer is out, which may be a little later than it is in. */
    private double requests(String route, String status, String integration) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Scrape.of(metrics).value("convene_requests_in_flight") == 0);
        return Scrape.of(metrics)
                .value(
                        "convene_requests_total",
                        "route",
                        route,
                        "status",
                        status,
                        "integration",
                        integration);
    }
}
