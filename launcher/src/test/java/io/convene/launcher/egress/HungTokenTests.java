package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_TOKEN;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.VendorException.Kind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Token requests that are never answered. Another attempt is made after a second. */
@Timeout(60)
class HungTokenTests {
    private static final TestProvider PROVIDER = TestProvider.with(BY_TOKEN);

    private TokenVendor vendor;

    @BeforeEach
    void start() throws IOException {
        vendor = new TokenVendor(Duration.ofSeconds(6));
    }

    @AfterEach
    void stop() throws IOException {
        vendor.close();
    }

    @Test
    void aSecondAttemptServesAllWhoWait() throws Exception {
        vendor.hanging.set(1);
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                answers.add(
                        threads.submit(
                                () -> vendor.connect(PROVIDER).send(vendor.get("/list")).status()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(200);
            }
        }
        assertThat(vendor.requests("/token")).hasSize(2);
        assertThat(vendor.gone.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anAttemptEndsWhenNobodyWaitsAnyMore() throws Exception {
        vendor.hanging.set(2);
        failure(
                Kind.TIMED_OUT,
                () -> vendor.connect(PROVIDER, Duration.ofMillis(1500)).send(vendor.get("/list")));

        assertThat(vendor.gone.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(vendor.connect(PROVIDER).send(vendor.get("/list")).status()).isEqualTo(200);
        assertThat(vendor.requests("/token")).hasSize(3);
    }

    @Test
    void aHeldTokenIsExchangedOnce() {
        TestProvider exchanging = PROVIDER.exchanging();
        vendor.connect(exchanging).send(vendor.get("/list"));
        vendor.valid = "another";
        vendor.hanging.set(1);

        assertThat(vendor.connect(exchanging).send(vendor.get("/list")).status()).isEqualTo(200);
        assertThat(vendor.requests("/exchange")).hasSize(1);
        assertThat(vendor.requests("/token")).hasSize(2);
    }

    @Test
    void atMostTwoAttemptsAreUnderWay() {
        vendor.hanging.set(100);

        failure(
                Kind.TIMED_OUT,
                () -> vendor.connect(PROVIDER, Duration.ofSeconds(4)).send(vendor.get("/list")));
        assertThat(vendor.requests("/token")).hasSize(2);
    }

    @Test
    void aRefusalOfTheSecondAttemptIsToldAtOnce() {
        vendor.hanging.set(1);
        vendor.tokenStatus = 401;

        failure(
                Kind.BAD_CREDENTIALS,
                () -> vendor.connect(PROVIDER, Duration.ofSeconds(30)).send(vendor.get("/list")));
        assertThat(vendor.requests("/token")).hasSize(2);
    }
}
