package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_TOKEN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.convene.core.spi.Secret;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.egress.wire.CallRecord;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.time.Deadline;
import io.convene.testing.WireRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

class TokenTests {
    private static final TestProvider PROVIDER = TestProvider.with(BY_TOKEN);

    private TokenVendor vendor;

    @BeforeEach
    void start() throws IOException {
        vendor = new TokenVendor();
    }

    @AfterEach
    void stop() throws IOException {
        vendor.close();
    }

    @Test
    void obtainsATokenAndKeepsIt() {
        AccountVendor account = vendor.connect(PROVIDER);

        assertThat(account.send(vendor.get("/list")).status()).isEqualTo(200);
        assertThat(account.send(vendor.get("/list")).status()).isEqualTo(200);
        assertThat(vendor.connect(PROVIDER).send(vendor.get("/list")).status()).isEqualTo(200);

        WireRequest asked = vendor.requests("/token").getFirst();
        assertThat(asked.header("Authorization"))
                .isEqualTo("Basic Y2xpZW50LTVlY3JldDp2ZXJ5LTVlY3JldA==");
        assertThat(asked.body()).isEqualTo("grant_type=client_credentials");
        assertThat(vendor.requests("/token")).hasSize(1);
        assertThat(account.calls()).extracting(CallRecord::url).startsWith(vendor.url() + "/token");
    }

    @Test
    void fiftyRequestsWaitForOneToken() throws Exception {
        vendor.held = true;
        List<Callable<Integer>> calls = new ArrayList<>();
        CountDownLatch waiting = new CountDownLatch(50);
        for (int i = 0; i < 50; i++) {
            calls.add(() -> {
                AccountVendor account = vendor.connect(PROVIDER);
                waiting.countDown();
                return account.send(vendor.get("/list")).status();
            });
        }
        assertThat(vendor.atOnce(calls, waiting)).hasSize(50).containsOnly(200);
        assertThat(vendor.requests("/token")).hasSize(1);
    }

    @Test
    void aRequestThatGivesUpDoesNotEndTheWaitOfOthers() throws Exception {
        vendor.held = true;
        failure(
                Kind.TIMED_OUT,
                () -> vendor.connect(PROVIDER, Duration.ofMillis(50)).send(vendor.get("/list")));
        vendor.open.countDown();

        assertThat(vendor.connect(PROVIDER).send(vendor.get("/list")).status()).isEqualTo(200);
        assertThat(vendor.requests("/token")).hasSize(1);
    }

    @Test
    void wrongCredentialsAreSaidWithoutThemAndNotKept() {
        vendor.tokenStatus = 401;

        assertThat(
                        failure(
                                Kind.BAD_CREDENTIALS,
                                () -> vendor.connect(PROVIDER).send(vendor.get("/list"))))
                .hasMessageContaining("no client [redacted]");
        vendor.tokenStatus = 200;
        assertThat(vendor.connect(PROVIDER).send(vendor.get("/list")).status()).isEqualTo(200);
        assertThat(vendor.requests("/list")).hasSize(1);
    }

    @Test
    void aRefusalKeepsTheVendorsAnswerWithoutSecrets() {
        vendor.tokenStatus = 429;
        AccountVendor account = vendor.connect(PROVIDER);

        VendorFailure failure =
                catchThrowableOfType(VendorFailure.class, () -> account.fetch(vendor.get("/list")));

        assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
        VendorResponse answer = failure.answer().orElseThrow();
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text()).isEqualTo("no client [redacted]");
    }

    @Test
    void whatIsNoRefusalIsNotShown() {
        vendor.lifetime = "";
        AccountVendor account = vendor.connect(PROVIDER);

        VendorFailure failure =
                catchThrowableOfType(VendorFailure.class, () -> account.fetch(vendor.get("/list")));

        assertThat(failure.kind()).isEqualTo(Kind.UNUSABLE_ANSWER);
        assertThat(failure.answer()).isEmpty();
    }

    @Test
    void aTokenRequestEndsByItself() throws IOException {
        try (Fixture silent =
                new Fixture((request, wire) -> wire.untilGone(), Duration.ofMillis(50), 1 << 20)) {
            failure(
                    Kind.TIMED_OUT,
                    () -> silent.connect(PROVIDER).send(silent.get("/list").build()));
        }
    }

    @Test
    void anEchoedTokenIsTakenOutOfWhatTheBundleSees() {
        AccountVendor account = vendor.connect(PROVIDER);

        assertThat(account.send(vendor.get("/never")).text()).isEqualTo("no Bearer [redacted]");
        assertThat(account.clean("tok-5ecret-1 and tok-5ecret-2"))
                .isEqualTo("[redacted] and [redacted]");
        assertThat(
                        vendor.egress()
                                .redaction(vendor.account())
                                .apply("tok-5ecret-1 and tok-5ecret-2"))
                .isEqualTo("[redacted] and [redacted]");
    }

    @Test
    void otherCredentialsOrAnotherGenerationMeanAnotherToken() {
        vendor.connect(PROVIDER).send(vendor.get("/list"));
        Map<String, String> changed = new HashMap<>(Fixture.CREDENTIALS);
        changed.put("client_secret", "new-5ecret");
        Account changedAccount = vendor.account(changed);
        vendor.egress()
                .connect(changedAccount, PROVIDER, Deadline.in(Duration.ofSeconds(30)), 20)
                .send(vendor.get("/list"));
        assertThat(vendor.requests("/token")).hasSize(2);

        TestProvider newer = PROVIDER.generation("2");
        vendor.connect(newer).send(vendor.get("/list"));
        assertThat(vendor.requests("/token")).hasSize(3);

        vendor.egress().forgetGeneration("2");
        vendor.connect(newer).send(vendor.get("/list"));
        assertThat(vendor.requests("/token")).hasSize(4);

        vendor.egress().forgetAccount("a1");
        vendor.connect(newer).send(vendor.get("/list"));
        assertThat(vendor.requests("/token")).hasSize(5);
    }

    @Test
    void aGenerationThatIsForgottenEndsWhatItWaitsFor() throws Exception {
        vendor.held = true;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> waiting =
                    threads.submit(() ->
                            failure(
                                    Kind.UNAVAILABLE,
                                    () -> vendor.connect(PROVIDER).send(vendor.get("/list"))));
            await().atMost(Duration.ofMinutes(1)).until(() -> !vendor.requests("/token").isEmpty());
            vendor.egress().forgetGeneration("1");
            waiting.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aProviderThatFailsOnTheAnswerIsSaidAsText() {
        vendor.lifetime = "soon-5ecret";

        assertThat(
                        failure(
                                Kind.UNUSABLE_ANSWER,
                                () -> vendor.connect(PROVIDER).send(vendor.get("/list"))))
                .hasMessage(
                        "The provider could not obtain a token: it failed with NumberFormatException.");
    }

    @Test
    void anyRequestMayReferToTheTokenHeld() {
        vendor.connect(PROVIDER)
                .send(vendor.request("/list").header("X-Held", Secret.heldToken()).build());

        assertThat(vendor.requests("/list").getFirst().header("X-Held"))
                .isEqualTo("Bearer tok-5ecret-1");
    }

    @Test
    void aTokenWithALineBreakIsNotSent() {
        vendor.lifetime = "3600";
        vendor.breaking = true;

        failure(Kind.REJECTED, () -> vendor.connect(PROVIDER).send(vendor.get("/list")));
        assertThat(vendor.requests("/list")).isEmpty();
    }
}
