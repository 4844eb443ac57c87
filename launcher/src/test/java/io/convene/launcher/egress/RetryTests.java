package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_KEY;
import static io.convene.launcher.egress.TestProvider.BY_TOKEN;

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
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class RetryTests {
    private static final TestProvider PROVIDER = TestProvider.with(BY_KEY);
    private static final Resilience QUICK =
            Resilience.defaults().repeating(2, Duration.ofMillis(5));

    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicInteger asked = new AtomicInteger();
    private Fixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new Fixture(this::answer, config -> config.maxBody(1000).resilience(QUICK));
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }

    private void answer(WireRequest request, WireConnection wire) throws Exception {
        int number = asked.incrementAndGet();
        String[] path = request.path().split("/");
        switch (path[1]) {
            case "always" -> wire.reply(Integer.parseInt(path[2]), "no");
            case "once" -> wire.reply(number == 1 ? Integer.parseInt(path[2]) : 200, "{}");
            case "later" -> wire.reply(503, "no", "Retry-After: 3600");
            case "now" -> wire.reply(number == 1 ? 503 : 200, "{}", "Retry-After: 0");
            case "half" -> {
                if (number == 1) {
                    wire.raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nxxx");
                    wire.breakOff();
                } else {
                    wire.reply(200, "{}");
                }
            }
            case "broken" -> wire.breakOff();
            case "large" -> wire.reply(200, "x".repeat(1001));
            case "garbage" -> wire.raw("this is not HTTP at all\r\n\r\n");
            case "token" -> wire.reply(number == 1 ? 503 : 200, "tok 3600");
            default -> wire.reply(200, "{}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aHostThatFailsInPassingIsAskedAgain(int status) {
        AccountVendor vendor = fixture.connect(PROVIDER);

        assertThat(vendor.send(get("/once/" + status)).status()).isEqualTo(200);
        assertThat(vendor.calls()).extracting(CallRecord::status).containsExactly(status, 200);
    }

    @Test
    void afterTwoRepetitionsTheAnswerIsGiven() {
        assertThat(send("/always/503").text()).isEqualTo("no");
        assertThat(fixture.vendor.received()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 403, 404, 409, 501, 505})
    void otherAnswersAreGivenAtOnce(int status) {
        assertThat(send("/always/" + status).status()).isEqualTo(status);
        assertThat(fixture.vendor.received()).hasSize(1);
    }

    @Test
    void aPostIsRepeatedWithItsBody() {
        fixture.connect(PROVIDER).send(fixture.post("/once/502").json("a", 1).build());

        assertThat(fixture.vendor.received())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.body()).isEqualTo("{\"a\":1}"));
    }

    @Test
    void anAnswerThatBreaksOffIsReadAgain() {
        assertThat(send("/half").status()).isEqualTo(200);
        assertThat(fixture.vendor.received()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aFreshConnectionCountsAsARepetition(String method) {
        VendorRequest.Builder request =
                method.equals("GET") ? fixture.get("/broken") : fixture.post("/broken");
        AccountVendor vendor = fixture.connect(PROVIDER);

        failure(Kind.UNAVAILABLE, () -> vendor.send(request.build()));
        // Each try goes out on a second connection at once, and one more try is waited for.
        assertThat(vendor.calls()).hasSize(2);
        assertThat(fixture.vendor.received()).hasSize(4);
    }

    @Test
    void aRefusedConnectionIsTriedThreeTimes() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = closed.getLocalPort();
        }
        String host = "127.0.0.1:" + port;
        try (Egress egress = Egress.of(EgressConfig.allowing(Set.of(host)).resilience(QUICK))) {
            AccountVendor vendor =
                    egress.connect(
                            fixture.account(), PROVIDER, Deadline.in(Duration.ofSeconds(30)), 20);

            assertThat(
                            failure(
                                    Kind.UNAVAILABLE,
                                    () ->
                                            vendor.send(
                                                    VendorRequest.get("http://" + host + "/x")
                                                            .build())))
                    .hasMessage("127.0.0.1 refused the connection.");
            assertThat(vendor.calls()).hasSize(3);
        }
    }

    @Test
    void whatWouldFailAgainIsNotRepeated() {
        failure(Kind.UNUSABLE_ANSWER, () -> send("/garbage"));
        failure(Kind.UNUSABLE_ANSWER, () -> send("/large"));
        assertThat(fixture.vendor.received("/large")).hasSize(1);
        // Once more on a fresh connection: it may have been the rest of an earlier answer.
        assertThat(fixture.vendor.received("/garbage")).hasSize(2);
    }

    @Test
    void repetitionsCountAsCallsAndEndWithThem() {
        AccountVendor vendor =
                fixture.egress.connect(
                        fixture.account(), PROVIDER, Deadline.in(Duration.ofSeconds(30)), 2);

        assertThat(vendor.send(get("/always/500")).status()).isEqualTo(500);
        assertThat(fixture.vendor.received()).hasSize(2);
        assertThat(vendor.mayContinue()).isFalse();
    }

    @Test
    void aWaitThatDoesNotFitIntoTheDeadlineIsNotBegun() {
        assertThat(send("/later").status()).isEqualTo(503);
        assertThat(fixture.vendor.received()).hasSize(1);
        // It asked for this one call alone.
        assertThat(send("/fine").status()).isEqualTo(200);
    }

    @Test
    void aWaitThatIsAskedForIsKept() {
        assertThat(send("/now").status()).isEqualTo(200);
        assertThat(fixture.vendor.received()).hasSize(2);
    }

    @Test
    void withNoTimeAfterTheWaitNothingIsRepeated() throws IOException {
        Resilience slow =
                new Resilience(2, Duration.ZERO, Duration.ofMinutes(1), 32, 256, 5, LONG, LONG);
        try (Fixture unhurried = new Fixture(this::answer, slow)) {
            VendorRequest request = unhurried.get("/always/503").build();

            assertThat(unhurried.connect(PROVIDER).send(request).status()).isEqualTo(503);
            assertThat(unhurried.vendor.received()).hasSize(1);
        }
    }

    @Test
    void aTokenRequestIsRepeatedToo() {
        assertThat(
                        fixture.connect(TestProvider.with(BY_TOKEN))
                                .send(fixture.get("/fine").build())
                                .status())
                .isEqualTo(200);
        assertThat(fixture.vendor.received("/token")).hasSize(2);
    }

    @Test
    void closingEndsAWait() throws InterruptedException {
        AccountVendor vendor = fixture.paced("a1", "1/PT10S");
        vendor.send(get("/fine"));
        Thread waiting =
                Thread.startVirtualThread(
                        () -> failure(Kind.UNAVAILABLE, () -> vendor.send(get("/fine"))));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        fixture.egress.close();

        assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void anInterruptEndsAWait() throws InterruptedException {
        AccountVendor vendor = fixture.paced("a1", "1/PT10S");
        vendor.send(get("/fine"));
        Thread waiting =
                Thread.startVirtualThread(
                        () -> failure(Kind.UNAVAILABLE, () -> vendor.send(get("/fine"))));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        waiting.interrupt();

        assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
        assertThat(fixture.vendor.received()).hasSize(1);
    }

    private VendorRequest get(String path) {
        return fixture.get(path).build();
    }

    private VendorResponse send(String path) {
        return fixture.connect(PROVIDER).send(get(path));
    }
}
