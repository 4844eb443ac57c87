package io.convene.launcher.egress.channel;

import static io.convene.launcher.egress.TestProvider.BY_KEY;
import static io.convene.launcher.egress.TestProvider.BY_TOKEN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.core.spi.VendorException;
import io.convene.launcher.egress.AccountVendor;
import io.convene.launcher.egress.Fixture;
import io.convene.launcher.egress.StopReason;
import io.convene.launcher.egress.TestProvider;
import io.convene.launcher.metrics.Scrape;
import io.convene.launcher.time.Deadline;
import io.convene.testing.WireConnection;
import io.convene.testing.WireRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The metrics of the calls to a vendor. */
class EgressMetricsTests {
    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicInteger asked = new AtomicInteger();
    private volatile String tokenStatus = "200";
    private Fixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture =
                new Fixture(
                        this::answer,
                        Resilience.defaults()
                                .repeating(1, Duration.ZERO)
                                .givingUp(3, LONG, Duration.ZERO));
        fixture.egress.expect("testing");
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }

    private void answer(WireRequest request, WireConnection wire) throws Exception {
        switch (request.path()) {
            case "/once" -> wire.reply(asked.getAndIncrement() == 0 ? 503 : 200, "{}");
            case "/silent" -> wire.untilGone();
            case "/broken" -> wire.breakOff();
            case "/token" -> wire.reply(Integer.parseInt(tokenStatus), "t-5ecret 3600");
            default -> wire.reply(Integer.parseInt(request.path().substring(1)), "{}");
        }
    }

    @Test
    void callsByWhatCameOfThem() {
        send("/200");
        send("/404");
        send("/500");

        assertThat(calls("success")).isEqualTo(1);
        assertThat(calls("refused")).isEqualTo(1);
        assertThat(calls("failed")).isEqualTo(2);
        assertThat(calls("timed_out")).isZero();
        assertThat(value("convene_vendor_call_duration_seconds_count")).isEqualTo(4);
        assertThat(value("convene_vendor_call_repetitions_total")).isEqualTo(1);
        assertThat(value("convene_vendor_calls_in_flight")).isZero();
        assertThat(value("convene_vendor_calls_waiting")).isZero();
    }

    @Test
    void repetitions() {
        send("/once");

        assertThat(calls("failed")).isEqualTo(1);
        assertThat(calls("success")).isEqualTo(1);
        assertThat(value("convene_vendor_call_repetitions_total")).isEqualTo(1);
    }

    @Test
    void callsThatWereNotAnswered() {
        fails("/broken", LONG);
        fails("/silent", Duration.ofMillis(300));

        assertThat(calls("unreachable")).isEqualTo(1);
        assertThat(calls("timed_out")).isEqualTo(1);
    }

    @Test
    void hostsThatAreGivenUp() {
        for (int i = 0; i < 3; i++) {
            send("/500");
        }
        fails("/200", LONG);

        assertThat(calls("failed")).isEqualTo(6);
        assertThat(calls("success")).isZero();
        assertThat(heldBack("circuit")).isEqualTo(1);
        assertThat(value("convene_vendor_circuits_open")).isEqualTo(1);
        assertThat(circuits("open")).isEqualTo(1);
        assertThat(circuits("closed")).isZero();
    }

    @Test
    void callsThatTheQuotaHeldBack() {
        AccountVendor vendor = fixture.paced("a1", "1/PT1H");
        vendor.send(fixture.get("/200").build());

        assertThatThrownBy(() -> vendor.send(fixture.get("/200").build()))
                .isInstanceOf(VendorException.class);
        assertThat(vendor.mayContinue()).isFalse();
        assertThat(vendor.stopReason()).contains(StopReason.RATE_LIMITED);
        assertThat(calls("success")).isEqualTo(1);
        assertThat(heldBack("quota")).isEqualTo(1);
    }

    @Test
    void saysWhyThereIsNoFurtherPage() {
        AccountVendor late = fixture.connect(TestProvider.with(BY_KEY), Duration.ZERO);
        AccountVendor busy =
                fixture.egress.connect(
                        fixture.account(), TestProvider.with(BY_KEY), Deadline.in(LONG), 1);

        assertThat(busy.mayContinue()).isTrue();
        assertThat(busy.stopReason()).isEmpty();
        busy.send(fixture.get("/200").build());
        assertThat(busy.mayContinue()).isFalse();
        assertThat(busy.stopReason()).contains(StopReason.CALLS);
        assertThat(late.mayContinue()).isFalse();
        assertThat(late.stopReason()).contains(StopReason.DEADLINE);
    }

    @Test
    void tokens() {
        AccountVendor vendor = fixture.connect(TestProvider.with(BY_TOKEN));
        vendor.send(fixture.get("/200").build());
        vendor.send(fixture.get("/200").build());

        assertThat(value("convene_vendor_tokens_total", "outcome", "obtained")).isEqualTo(1);
        assertThat(value("convene_vendor_tokens_total", "outcome", "failed")).isZero();
        assertThat(calls("success")).isEqualTo(3);

        tokenStatus = "400";
        AccountVendor other = fixture.connect(TestProvider.with(BY_TOKEN).generation("2"));
        assertThatThrownBy(() -> other.send(fixture.get("/200").build()))
                .isInstanceOf(VendorException.class);
        assertThat(value("convene_vendor_tokens_total", "outcome", "failed")).isEqualTo(1);
    }

    private void send(String path) {
        fixture.connect(TestProvider.with(BY_KEY)).send(fixture.get(path).build());
    }

    private void fails(String path, Duration deadline) {
        AccountVendor vendor = fixture.connect(TestProvider.with(BY_KEY), deadline);
        assertThatThrownBy(() -> vendor.send(fixture.get(path).build()))
                .isInstanceOf(VendorException.class);
    }

    private double calls(String outcome) {
        return value("convene_vendor_calls_total", "outcome", outcome);
    }

    private double heldBack(String reason) {
        return value("convene_vendor_calls_held_back_total", "reason", reason);
    }

    private double circuits(String state) {
        return value("convene_vendor_circuit_changes_total", "state", state);
    }

    private double value(String name) {
        return Scrape.of(fixture.metrics).value(name, "integration", "testing");
    }

    private double value(String name, String label, String value) {
        return Scrape.of(fixture.metrics).value(name, "integration", "testing", label, value);
    }
}
