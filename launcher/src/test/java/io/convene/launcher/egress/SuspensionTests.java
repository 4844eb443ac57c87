package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_KEY;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.launcher.egress.channel.Resilience;
import io.convene.testing.WireConnection;
import io.convene.testing.WireRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;

/** A host that fails again and again is left alone for a while. */
class SuspensionTests {
    private static final TestProvider PROVIDER = TestProvider.with(BY_KEY);
    private static final Duration LONG = Duration.ofHours(1);

    private volatile int status = 503;
    private Fixture fixture;

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }

    private void start(Duration open, Duration slow) throws IOException {
        fixture =
                new Fixture(
                        this::answer,
                        Resilience.defaults().repeating(0, Duration.ZERO).givingUp(3, open, slow));
    }

    private void answer(WireRequest request, WireConnection wire) throws Exception {
        switch (request.path()) {
            case "/silent" -> wire.untilGone();
            case "/broken" -> wire.breakOff();
            default -> wire.reply(status, "{}");
        }
    }

    @Test
    void aHostThatFailsIsNotAskedForAWhile() throws IOException {
        start(LONG, LONG);
        fail("/list", 3);

        AccountVendor vendor = fixture.connect(PROVIDER);
        assertThat(failure(Kind.UNAVAILABLE, () -> vendor.send(get("/list"))))
                .hasMessageMatching(
                        "Calls to 127\\.0\\.0\\.1 are suspended for another \\d+ s, because it"
                                + " failed several times in a row: It answered HTTP 503\\.");
        assertThat(vendor.calls()).isEmpty();
        assertThat(fixture.vendor.received()).hasSize(3);
    }

    @Test
    void otherAccountsGoOn() throws IOException {
        start(LONG, LONG);
        fail("/list", 3);
        status = 200;

        assertThat(fixture.paced("a2", "off").send(get("/list")).status()).isEqualTo(200);
    }

    @Test
    void itIsTriedAgainAndTheTryDecides() throws IOException, InterruptedException {
        start(Duration.ofMillis(1), LONG);
        fail("/list", 3);
        Thread.sleep(5);
        fail("/list", 1);
        assertThat(fixture.vendor.received()).hasSize(4);
        status = 200;
        Thread.sleep(5);

        assertThat(fixture.connect(PROVIDER).send(get("/list")).status()).isEqualTo(200);
        status = 503;
        fail("/list", 2);
        assertThat(fixture.vendor.received()).hasSize(7);
    }

    @Test
    void brokenConnectionsCount() throws IOException {
        start(LONG, LONG);
        for (int i = 0; i < 3; i++) {
            failure(Kind.UNAVAILABLE, () -> fixture.connect(PROVIDER).send(get("/broken")));
        }

        assertThat(failure(Kind.UNAVAILABLE, () -> fixture.connect(PROVIDER).send(get("/list"))))
                .hasMessageContaining("failed several times in a row: The connection to 127.0.0.1");
        assertThat(fixture.vendor.received("/list")).isEmpty();
    }

    @Test
    void timeOutsCount() throws IOException {
        start(LONG, Duration.ofNanos(1));
        for (int i = 0; i < 3; i++) {
            hurry();
        }

        assertThat(failure(Kind.UNAVAILABLE, () -> fixture.connect(PROVIDER).send(get("/list"))))
                .hasMessageContaining("127.0.0.1 did not answer in time.");
    }

    @Test
    void timeOutsOfCallsThatHadHardlyAnyTimeDoNot() throws IOException {
        start(LONG, Duration.ofSeconds(5));
        for (int i = 0; i < 3; i++) {
            hurry();
        }

        fail("/list", 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429})
    void whatTheVendorRefusesDoesNotCount(int refusal) throws IOException {
        start(LONG, LONG);
        status = refusal;
        for (int i = 0; i < 4; i++) {
            fixture.connect(PROVIDER).send(get("/list"));
        }

        assertThat(fixture.vendor.received()).hasSize(4);
    }

    @Test
    void aTryAgainIsOneCall() throws IOException, InterruptedException {
        fixture =
                new Fixture(
                        this::answer,
                        Resilience.defaults()
                                .repeating(2, Duration.ofMillis(1))
                                .givingUp(1, Duration.ofMillis(1), LONG));
        fail("/list", 1);
        assertThat(fixture.vendor.received()).hasSize(3);
        Thread.sleep(5);
        fail("/list", 1);

        assertThat(fixture.vendor.received()).hasSize(4);
    }

    private void fail(String path, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(fixture.connect(PROVIDER).send(get(path)).status()).isEqualTo(503);
        }
    }

    private void hurry() {
        failure(
                Kind.TIMED_OUT,
                () -> fixture.connect(PROVIDER, Duration.ofMillis(200)).send(get("/silent")));
    }

    private VendorRequest get(String path) {
        return fixture.get(path).build();
    }
}
