package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_KEY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.channel.Resilience;
import io.convene.launcher.egress.wire.CallRecord;
import io.convene.launcher.time.Deadline;
import io.convene.testing.WireConnection;
import io.convene.testing.WireRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class FailureTests {
    private static final TestProvider PROVIDER = TestProvider.with(BY_KEY);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final CountDownLatch gone = new CountDownLatch(1);
    private final AtomicInteger broken = new AtomicInteger();
    private Fixture fixture;

    @BeforeEach
    void start() throws IOException {
        // One call each: RetryTests has the repetitions.
        fixture =
                new Fixture(
                        this::answer,
                        config ->
                                config.maxBody(1000)
                                        .resilience(
                                                Resilience.defaults().repeating(0, Duration.ZERO)));
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }

    private void answer(WireRequest request, WireConnection wire) throws Exception {
        switch (request.path()) {
            case "/silent" -> {
                wire.untilGone();
                gone.countDown();
            }
            case "/drip" -> {
                wire.raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n");
                try {
                    while (true) {
                        wire.raw("x");
                        Thread.sleep(20);
                    }
                } finally {
                    gone.countDown();
                }
            }
            case "/odd-length" -> wire.raw("HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n");
            case "/odd-lengths" -> wire.raw("HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\n");
            case "/large" -> wire.reply(200, "x".repeat(1001));
            case "/fits" -> wire.reply(200, "x".repeat(1000));
            case "/chunked" ->
                    wire.raw(
                            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                    + ("190\r\n" + "x".repeat(400) + "\r\n").repeat(3)
                                    + "0\r\n\r\n");
            case "/half" -> {
                wire.raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nxxx");
                wire.breakOff();
            }
            case "/garbage" -> wire.raw("this is not HTTP at all\r\n\r\n");
            case "/stale" -> {
                if (broken.getAndIncrement() == 0) {
                    wire.breakOff();
                } else {
                    wire.reply(200, "{}");
                }
            }
            case "/broken" -> wire.breakOff();
            case "/moved" -> wire.reply(302, "", "Location: /target?a=b");
            case "/moved-absolutely" ->
                    wire.reply(308, "", "Location: " + fixture.vendor.url() + "/target");
            case "/nowhere" -> wire.reply(302, "");
            case "/round" -> wire.reply(301, "", "Location: /round");
            case "/elsewhere" ->
                    wire.reply(302, "", "Location: https://evil.example.com/x?token=key-5ecret");
            case "/other-port" -> wire.reply(307, "", "Location: http://127.0.0.1:1/x");
            case "/with-user" ->
                    wire.reply(
                            302,
                            "",
                            "Location: http://user:word@" + fixture.vendor.host() + "/target");
            case "/bad-location" -> wire.reply(302, "", "Location: http://[");
            default -> wire.reply(200, "{}");
        }
    }

    @Test
    void isAnUnusableAnswerWhenItsLengthIsNoNumber() {
        for (String path : List.of("/odd-length", "/odd-lengths")) {
            assertThat(
                            failure(
                                    Kind.UNUSABLE_ANSWER,
                                    () -> fixture.connect(PROVIDER).send(get(path))))
                    .hasMessageContaining("is not proper HTTP");
        }
    }

    @Test
    void theDeadlineHoldsWhileNoAnswerBegins() throws InterruptedException {
        AccountVendor vendor = fixture.connect(PROVIDER, SHORT);

        assertThat(failure(Kind.TIMED_OUT, () -> vendor.send(get("/silent"))))
                .hasMessage("127.0.0.1 did not answer in time.");
        assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(vendor.calls()).singleElement().extracting(CallRecord::status).isEqualTo(0);
        failure(Kind.TIMED_OUT, () -> vendor.send(get("/fits")));
        assertThat(fixture.vendor.received("/fits")).isEmpty();
    }

    @Test
    void theDeadlineHoldsWhileABodyDrips() throws InterruptedException {
        assertThat(
                        failure(
                                Kind.TIMED_OUT,
                                () -> fixture.connect(PROVIDER, SHORT).send(get("/drip"))))
                .hasMessage("127.0.0.1 began to answer and did not finish in time.");
        assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/large", "/chunked"})
    void aBodyIsReadUpToItsLimit(String path) {
        assertThat(failure(Kind.UNUSABLE_ANSWER, () -> send(path)))
                .hasMessageContaining("larger than 1000 bytes");
        assertThat(send("/fits").bytes()).hasSize(1000);
    }

    @Test
    void aRefusedConnectionIsSaid() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = closed.getLocalPort();
        }
        assertThat(failure(Kind.UNAVAILABLE, () -> sendTo("http://127.0.0.1:" + port + "/x")))
                .hasMessage("127.0.0.1 refused the connection.");
    }

    @Test
    void anUnknownHostIsSaid() {
        assertThat(failure(Kind.UNAVAILABLE, () -> sendTo("http://nobody.invalid/x")))
                .hasMessage("The host nobody.invalid is unknown.");
    }

    @Test
    void aPortWithoutTlsIsSaid() {
        failure(Kind.UNAVAILABLE, () -> sendTo("https://" + fixture.vendor.host() + "/fits"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/broken", "/half"})
    void aBrokenConnectionIsSaid(String path) {
        assertThat(failure(Kind.UNAVAILABLE, () -> send(path)))
                .hasMessageMatching("The connection to 127.0.0.1 (broke|was reset) .*answer.*");
    }

    @Test
    void whatIsNotHttpIsSaid() {
        failure(Kind.UNUSABLE_ANSWER, () -> send("/garbage"));
    }

    @Test
    void aStaleConnectionCostsNoCallOfAGet() {
        send("/fits");

        assertThat(send("/stale").status()).isEqualTo(200);
        assertThat(fixture.vendor.received("/stale")).hasSize(2);
    }

    @Test
    void aStaleConnectionCostsNoCallOfAPost() {
        send("/fits");

        assertThat(
                        fixture.connect(PROVIDER)
                                .send(fixture.post("/stale").json("a", 1).build())
                                .status())
                .isEqualTo(200);
        assertThat(fixture.vendor.received("/stale"))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.body()).isEqualTo("{\"a\":1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aConnectionThatBreaksTwiceIsAFailure(String method) {
        VendorRequest.Builder request =
                method.equals("GET") ? fixture.get("/broken") : fixture.post("/broken");

        failure(Kind.UNAVAILABLE, () -> fixture.connect(PROVIDER).send(request.build()));
        assertThat(fixture.vendor.received("/broken")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/moved", "/moved-absolutely"})
    void aRedirectWithinTheHostIsFollowedWithAuthentication(String path) {
        assertThat(send(path).status()).isEqualTo(200);
        assertThat(fixture.vendor.received("/target"))
                .singleElement()
                .satisfies(request -> assertThat(request.header("X-Key")).isEqualTo("key-5ecret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/elsewhere", "/other-port", "/with-user", "/bad-location"})
    void aRedirectElsewhereIsNotFollowed(String path) {
        assertThat(failure(Kind.UNUSABLE_ANSWER, () -> send(path)).getMessage())
                .startsWith(fixture.vendor.url() + " redirects to ")
                .doesNotContain("token");
        assertThat(fixture.vendor.received()).hasSize(1);
    }

    @Test
    void aRedirectOfAPostIsNotFollowed() {
        failure(
                Kind.UNUSABLE_ANSWER,
                () -> fixture.connect(PROVIDER).send(fixture.post("/moved").build()));
        assertThat(fixture.vendor.received()).hasSize(1);
    }

    @Test
    void redirectsEnd() {
        assertThat(failure(Kind.UNUSABLE_ANSWER, () -> send("/round")))
                .hasMessageContaining("more than 3 times");
        assertThat(fixture.vendor.received()).hasSize(4);
    }

    @Test
    void aRedirectToNowhereIsAnAnswer() {
        assertThat(send("/nowhere").status()).isEqualTo(302);
    }

    @Test
    void callsAreCounted() {
        AccountVendor vendor =
                fixture.egress.connect(
                        fixture.account(), PROVIDER, Deadline.in(Duration.ofSeconds(30)), 2);
        vendor.send(get("/fits"));
        vendor.send(get("/fits"));

        assertThat(failure(Kind.EXHAUSTED, () -> vendor.send(get("/fits"))))
                .hasMessage("The request used up its 2 vendor calls.");
        assertThat(fixture.vendor.received()).hasSize(2);
    }

    @Test
    void aClosedEgressSendsNothing() {
        AccountVendor vendor = fixture.connect(PROVIDER);
        fixture.egress.close();

        failure(Kind.UNAVAILABLE, () -> vendor.send(get("/fits")));
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        AccountVendor vendor = fixture.connect(PROVIDER);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> call =
                    threads.submit(
                            () -> failure(Kind.UNAVAILABLE, () -> vendor.send(get("/silent"))));
            await().atMost(Duration.ofMinutes(1)).until(() -> !fixture.vendor.received().isEmpty());
            fixture.egress.close();
            call.get(20, TimeUnit.SECONDS);
        }
    }

    private VendorRequest get(String path) {
        return fixture.get(path).build();
    }

    private VendorResponse send(String path) {
        return fixture.connect(PROVIDER).send(get(path));
    }

    private void sendTo(String url) {
        String authority = URI.create(url).getAuthority();
        try (Egress egress = Egress.of(EgressConfig.allowing(Set.of(authority)))) {
            egress.connect(fixture.account(), PROVIDER, Deadline.in(Duration.ofSeconds(30)), 5)
                    .send(VendorRequest.get(url).build());
        }
    }
}
