package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_KEY;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.launcher.egress.channel.Resilience;
import io.convene.launcher.egress.wire.CallRecord;
import io.convene.launcher.egress.wire.RateLimit;
import io.convene.testing.WireConnection;
import io.convene.testing.WireRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** The limits that a vendor states are respected. */
class VendorLimitTests {
    private static final TestProvider PROVIDER = TestProvider.with(BY_KEY);

    private final AtomicInteger asked = new AtomicInteger();
    private Fixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture =
                new Fixture(this::answer, Resilience.defaults().repeating(2, Duration.ofMillis(5)));
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }

    private void answer(WireRequest request, WireConnection wire) throws Exception {
        int number = asked.incrementAndGet();
        switch (request.path()) {
            case "/soon" -> wire.reply(number == 1 ? 429 : 200, "{}", "Retry-After: 1");
            case "/late" -> wire.reply(429, "slow down", "Retry-After: 60");
            case "/much-later" -> wire.reply(429, "slow down", "Retry-After: 86400");
            case "/reset" ->
                    wire.reply(429, "", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 50");
            case "/just" -> wire.reply(429, "slow down");
            case "/last" ->
                    wire.reply(
                            200,
                            "{}",
                            "X-Api-Ratelimit-Limit: 120",
                            "X-Api-Ratelimit-Limit-Remaining: 0",
                            "X-Api-Ratelimit-Reset: 60");
            case "/told" ->
                    wire.reply(
                            200,
                            "{}",
                            "X-RateLimit-Limit: 50",
                            "X-RateLimit-Remaining: " + (50 - number),
                            "X-RateLimit-Reset: 20");
            default -> wire.reply(200, "{}");
        }
    }

    @Test
    void aWaitThatFitsIsWaitedFor() {
        AccountVendor vendor = fixture.connect(PROVIDER);
        long start = System.nanoTime();

        assertThat(vendor.send(get("/soon")).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofSeconds(1));
        assertThat(vendor.calls()).extracting(CallRecord::status).containsExactly(429, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/late", "/reset"})
    void aWaitThatDoesNotFitIsGivenToTheBundleAndHoldsForTheAccount(String path) {
        AccountVendor vendor = fixture.connect(PROVIDER);

        assertThat(vendor.send(get(path)).status()).isEqualTo(429);
        assertThat(vendor.mayContinue()).isFalse();
        VendorException refused =
                failure(Kind.RATE_LIMITED, () -> fixture.connect(PROVIDER).send(get("/fine")));
        assertThat(refused)
                .hasMessageMatching(
                        "127\\.0\\.0\\.1 asked for a pause: the account's next call may be made in"
                                + " \\d\\d s, which is longer than this request may wait\\.");
        assertThat(refused.retryAfter().orElseThrow())
                .isBetween(Duration.ofSeconds(31), Duration.ofSeconds(60));
        assertThat(fixture.vendor.received()).hasSize(1);

        assertThat(fixture.paced("another", "off").send(get("/fine")).status()).isEqualTo(200);
    }

    @Test
    void aVeryLongPauseIsLookedIntoNowAndThen() {
        fixture.connect(PROVIDER).send(get("/much-later"));

        assertThat(
                        failure(
                                        Kind.RATE_LIMITED,
                                        () -> fixture.connect(PROVIDER).send(get("/fine")))
                                .retryAfter())
                .hasValueSatisfying(
                        wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofMinutes(5)));
    }

    @Test
    void aRefusalThatSaysNoTimeIsTriedThreeTimes() {
        assertThat(fixture.connect(PROVIDER).send(get("/just")).text()).isEqualTo("slow down");
        assertThat(fixture.vendor.received()).hasSize(3);
        assertThat(fixture.connect(PROVIDER).send(get("/fine")).status()).isEqualTo(200);
    }

    @Test
    void theLastCallOfAWindowEndsItBeforeTheVendorRefuses() {
        AccountVendor vendor = fixture.connect(PROVIDER);

        assertThat(vendor.send(get("/last")).status()).isEqualTo(200);
        assertThat(vendor.mayContinue()).isFalse();
        failure(Kind.RATE_LIMITED, () -> vendor.send(get("/fine")));
        failure(Kind.RATE_LIMITED, () -> vendor.sendAll(List.of(get("/fine"), get("/fine"))));
        assertThat(fixture.vendor.received()).hasSize(1);
    }

    @Test
    void whatTheVendorSaidLastIsKnown() {
        AccountVendor vendor = fixture.connect(PROVIDER);
        assertThat(vendor.rateLimit()).isEmpty();
        vendor.send(get("/told"));
        vendor.send(get("/told"));
        vendor.send(get("/fine"));

        assertThat(vendor.rateLimit())
                .contains(
                        new RateLimit(
                                OptionalLong.of(50), OptionalLong.of(48), OptionalLong.of(20)));
        assertThat(fixture.connect(PROVIDER).rateLimit()).isEmpty();
    }

    private VendorRequest get(String path) {
        return fixture.get(path).build();
    }
}
