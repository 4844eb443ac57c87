package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_KEY;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.launcher.egress.channel.Resilience;
import io.convene.launcher.time.Deadline;
import io.convene.testing.WireConnection;
import io.convene.testing.WireRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The account's quota is kept by waiting, or reported when waiting does not help. */
class PacingTests {
    private Fixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new Fixture(this::answer, Resilience.defaults());
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }

    private void answer(WireRequest request, WireConnection wire) throws Exception {
        if (request.path().equals("/failing")) {
            wire.reply(500, "");
        } else {
            wire.reply(200, "{}");
        }
    }

    @Test
    void fiftyCallersAtOnceAreSpreadOverTheQuota() throws Exception {
        long start = System.nanoTime();
        List<Future<Integer>> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                calls.add(
                        threads.submit(
                                () -> fixture.paced("a1", "10/PT0.1S").send(get()).status()));
            }
            for (Future<Integer> call : calls) {
                assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(200);
            }
        }
        // Ten at once, and four times a tenth of a second for the others.
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThanOrEqualTo(Duration.ofMillis(400));
        assertThat(fixture.vendor.received()).hasSize(50);
    }

    @Test
    void aCallThatCannotWaitIsNotMade() {
        fixture.paced("a1", "2/PT1M").sendAll(Collections.nCopies(2, get()));
        AccountVendor vendor = fixture.paced("a1", "2/PT1M");

        assertThat(vendor.mayContinue()).isTrue();
        VendorException refused = failure(Kind.RATE_LIMITED, () -> vendor.send(get()));
        assertThat(refused)
                .hasMessageMatching(
                        "Our own pacing held the call to 127\\.0\\.0\\.1 back: the account's quota"
                                + " of 2/PT1M has room for the next one in \\d\\d s, which is"
                                + " longer than this request may wait\\.");
        assertThat(refused.retryAfter().orElseThrow())
                .isBetween(Duration.ofSeconds(31), Duration.ofSeconds(61));
        assertThat(vendor.mayContinue()).isFalse();
        assertThat(vendor.calls()).isEmpty();
        assertThat(fixture.vendor.received()).hasSize(2);
    }

    @Test
    void refusedCallsTakeNothingOfTheQuota() {
        AccountVendor vendor = fixture.paced("a1", "1/PT1M");
        vendor.send(get());
        for (int i = 0; i < 20; i++) {
            VendorException refused = failure(Kind.RATE_LIMITED, () -> vendor.send(get()));
            assertThat(refused.retryAfter().orElseThrow()).isLessThan(Duration.ofSeconds(62));
        }
    }

    @Test
    void eachAccountHasItsOwn() {
        fixture.paced("a1", "1/PT1M").send(get());

        assertThat(fixture.paced("a2", "1/PT1M").send(get()).status()).isEqualTo(200);
        failure(Kind.RATE_LIMITED, () -> fixture.paced("a1", "1/PT1M").send(get()));
    }

    @Test
    void theProvidersDefaultHoldsUnlessTheAccountSaysOtherwise() {
        TestProvider provider = TestProvider.paced(1, BY_KEY);
        Duration enough = Duration.ofSeconds(30);
        connect(provider, Map.of(), enough).send(get());

        failure(Kind.RATE_LIMITED, () -> connect(provider, Map.of(), enough).send(get()));
        AccountVendor unpaced = connect(provider, Map.of("quota", "off"), enough);
        assertThat(unpaced.sendAll(Collections.nCopies(9, get()))).hasSize(9);
    }

    @Test
    void repetitionsKeepToTheQuotaToo() {
        AccountVendor vendor = fixture.paced("a1", "2/PT1M");

        assertThat(vendor.send(fixture.get("/failing").build()).status()).isEqualTo(500);
        assertThat(fixture.vendor.received()).hasSize(2);
    }

    @Test
    void aQuotaThatIsNoneIsSaid() {
        assertThat(failure(Kind.REJECTED, () -> fixture.paced("a1", "sometimes").send(get())))
                .hasMessageContaining(
                        "The account's setting quota is wrong: 'sometimes' is not a quota; ");
        assertThat(fixture.vendor.received()).isEmpty();
    }

    private AccountVendor connect(
            TestProvider provider, Map<String, String> settings, Duration deadline) {
        return fixture.egress.connect(
                Fixture.account("a1", Fixture.CREDENTIALS, settings),
                provider,
                Deadline.in(deadline),
                100);
    }

    private VendorRequest get() {
        return fixture.get("/list").build();
    }
}
