package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_TOKEN;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.Secret;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.egress.VendorServer.Received;
import io.convene.launcher.egress.VendorServer.Wire;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class TokenTests {
    private static final TestProvider PROVIDER = TestProvider.with(BY_TOKEN);

    private final AtomicInteger given = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile String valid = "";
    private volatile String lifetime = "3600";
    private volatile boolean breaking;
    private volatile boolean held;
    private volatile boolean exchangeWorks = true;
    private volatile int tokenStatus = 200;
    private Fixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new Fixture(this::answer);
    }

    @AfterEach
    void stop() throws IOException {
        open.countDown();
        fixture.close();
    }

    private void answer(Received request, Wire wire) throws Exception {
        switch (request.path()) {
            case "/token", "/exchange" -> {
                if (held) {
                    open.await();
                }
                if (tokenStatus != 200 || (request.path().equals("/exchange") && !exchangeWorks)) {
                    wire.reply(tokenStatus == 200 ? 400 : tokenStatus, "no client client-5ecret");
                    return;
                }
                String token = "tok-5ecret-" + given.incrementAndGet();
                valid = token;
                wire.reply(200, token + (breaking ? "\r\nX-A:b " : " ") + lifetime);
            }
            case "/forbidden" -> wire.reply(403, "");
            case "/never" -> wire.reply(401, "no " + request.header("Authorization"));
            default -> {
                boolean right = request.header("Authorization").equals("Bearer " + valid);
                wire.reply(right ? 200 : 401, "{}");
            }
        }
    }

    @Test
    void obtainsATokenAndKeepsIt() {
        AccountVendor vendor = fixture.connect(PROVIDER);

        assertThat(vendor.send(get("/list")).status()).isEqualTo(200);
        assertThat(vendor.send(get("/list")).status()).isEqualTo(200);
        assertThat(fixture.connect(PROVIDER).send(get("/list")).status()).isEqualTo(200);

        Received asked = requests("/token").getFirst();
        assertThat(asked.header("Authorization"))
                .isEqualTo("Basic Y2xpZW50LTVlY3JldDp2ZXJ5LTVlY3JldA==");
        assertThat(asked.body()).isEqualTo("grant_type=client_credentials");
        assertThat(requests("/token")).hasSize(1);
        assertThat(vendor.calls())
                .extracting(CallRecord::url)
                .startsWith(fixture.vendor.url() + "/token");
    }

    @Test
    void fiftyRequestsWaitForOneToken() throws Exception {
        held = true;
        List<Callable<Integer>> calls = new ArrayList<>();
        CountDownLatch waiting = new CountDownLatch(50);
        for (int i = 0; i < 50; i++) {
            calls.add(() -> {
                AccountVendor vendor = fixture.connect(PROVIDER);
                waiting.countDown();
                return vendor.send(get("/list")).status();
            });
        }
        assertThat(atOnce(calls, waiting)).hasSize(50).containsOnly(200);
        assertThat(requests("/token")).hasSize(1);
    }

    @Test
    void aRequestThatGivesUpDoesNotEndTheWaitOfOthers() throws Exception {
        held = true;
        failure(
                Kind.TIMED_OUT,
                () -> fixture.connect(PROVIDER, Duration.ofMillis(50)).send(get("/list")));
        open.countDown();

        assertThat(fixture.connect(PROVIDER).send(get("/list")).status()).isEqualTo(200);
        assertThat(requests("/token")).hasSize(1);
    }

    @Test
    void renewsARefusedTokenOnceAndRepeatsTheRequest() {
        AccountVendor vendor = fixture.connect(PROVIDER);
        vendor.send(get("/list"));
        valid = "another";

        assertThat(vendor.send(get("/list")).status()).isEqualTo(200);
        assertThat(requests("/token")).hasSize(2);

        valid = "another again";
        assertThat(vendor.send(get("/list")).status()).isEqualTo(401);
        assertThat(vendor.renewToken()).isFalse();
        assertThat(requests("/token")).hasSize(2);
        assertThat(fixture.connect(PROVIDER).send(get("/list")).status()).isEqualTo(200);
        assertThat(requests("/token")).hasSize(3);
    }

    @Test
    void aRequestThatIsRefusedAlwaysIsSentTwice() {
        AccountVendor vendor = fixture.connect(PROVIDER);

        assertThat(vendor.send(get("/never")).status()).isEqualTo(401);
        assertThat(requests("/never")).hasSize(2);
        assertThat(requests("/token")).hasSize(2);
        assertThat(vendor.calls()).hasSize(4);
    }

    @Test
    void manyRefusalsAtOnceRenewOnce() throws Exception {
        fixture.connect(PROVIDER).send(get("/list"));
        valid = "another";
        held = true;
        List<Callable<Integer>> calls = new ArrayList<>();
        CountDownLatch waiting = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            calls.add(() -> {
                AccountVendor vendor = fixture.connect(PROVIDER);
                waiting.countDown();
                return vendor.send(get("/list")).status();
            });
        }
        assertThat(atOnce(calls, waiting)).hasSize(20).containsOnly(200);
        assertThat(requests("/token")).hasSize(2);
    }

    @Test
    void callsAtOnceOfOneRequestRenewOnce() {
        AccountVendor vendor = fixture.connect(PROVIDER);
        vendor.send(get("/list"));
        valid = "another";

        assertThat(vendor.sendAll(Collections.nCopies(10, get("/list"))))
                .hasSize(10)
                .allSatisfy(response -> assertThat(response.status()).isEqualTo(200));
        assertThat(requests("/token")).hasSize(2);
    }

    @Test
    void aFailedRenewalIsTriedOnceForAllCallsOfARequest() {
        AccountVendor vendor = fixture.connect(PROVIDER);
        vendor.send(get("/list"));
        tokenStatus = 401;

        failure(Kind.BAD_CREDENTIALS, () -> vendor.sendAll(Collections.nCopies(10, get("/never"))));
        failure(Kind.BAD_CREDENTIALS, vendor::renewToken);
        assertThat(requests("/token")).hasSize(2);
    }

    @Test
    void renewsBecauseAPageSaidSo() {
        AccountVendor vendor = fixture.connect(PROVIDER);
        assertThat(vendor.renewToken()).isFalse();
        vendor.send(get("/forbidden"));

        assertThat(vendor.renewToken()).isTrue();
        assertThat(requests("/token")).hasSize(2);
        vendor.send(get("/forbidden"));
        assertThat(vendor.renewToken()).isFalse();
        assertThat(requests("/token")).hasSize(2);
        assertThat(requests("/forbidden").getLast().header("Authorization"))
                .isEqualTo("Bearer tok-5ecret-2");
    }

    @Test
    void aTokenThatSomeoneElseRenewedIsNotRenewedAgain() {
        AccountVendor slow = fixture.connect(PROVIDER);
        slow.send(get("/forbidden"));
        AccountVendor quick = fixture.connect(PROVIDER);
        quick.send(get("/forbidden"));
        assertThat(quick.renewToken()).isTrue();

        assertThat(slow.renewToken()).isTrue();
        assertThat(requests("/token")).hasSize(2);
    }

    @Test
    void obtainsANewTokenWhenTheOldOneIsOver() {
        lifetime = "0";
        fixture.connect(PROVIDER).send(get("/list"));
        fixture.connect(PROVIDER).send(get("/list"));

        assertThat(requests("/token")).hasSize(2);
    }

    @Test
    void aTokenIsGivenUpBeforeItsEnd() {
        assertThat(HeldToken.usable(Duration.ofHours(1))).isEqualTo(Duration.ofMinutes(59));
        assertThat(HeldToken.usable(Duration.ofSeconds(100))).isEqualTo(Duration.ofSeconds(90));
        assertThat(HeldToken.usable(Duration.ZERO)).isZero();
        assertThat(HeldToken.usable(Duration.ofSeconds(Long.MAX_VALUE)))
                .isLessThan(Duration.ofDays(366));
    }

    @Test
    void exchangesAHeldTokenAndOnlyThen() {
        lifetime = "0";
        TestProvider exchanging = PROVIDER.exchanging();
        fixture.connect(exchanging).send(get("/list"));
        fixture.connect(exchanging).send(get("/list"));

        assertThat(requests("/token")).hasSize(1);
        assertThat(requests("/exchange"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.header("Token")).isEqualTo("Bearer tok-5ecret-1"));
    }

    @Test
    void obtainsATokenAnewWhenTheExchangeFails() {
        lifetime = "0";
        exchangeWorks = false;
        TestProvider exchanging = PROVIDER.exchanging();
        fixture.connect(exchanging).send(get("/list"));

        assertThat(fixture.connect(exchanging).send(get("/list")).status()).isEqualTo(200);
        assertThat(requests("/exchange")).hasSize(1);
        assertThat(requests("/token")).hasSize(2);
    }

    @Test
    void aVendorThatKnowsNoExchangeIsNotAskedTwice() {
        lifetime = "0";
        fixture.connect(PROVIDER).send(get("/list"));
        tokenStatus = 401;

        failure(Kind.BAD_CREDENTIALS, () -> fixture.connect(PROVIDER).send(get("/list")));
        assertThat(requests("/token")).hasSize(2);
    }

    @Test
    void wrongCredentialsAreSaidWithoutThemAndNotKept() {
        tokenStatus = 401;

        assertThat(
                        failure(
                                Kind.BAD_CREDENTIALS,
                                () -> fixture.connect(PROVIDER).send(get("/list"))))
                .hasMessageContaining("no client [redacted]");
        tokenStatus = 200;
        assertThat(fixture.connect(PROVIDER).send(get("/list")).status()).isEqualTo(200);
        assertThat(requests("/list")).hasSize(1);
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
        AccountVendor vendor = fixture.connect(PROVIDER);

        assertThat(vendor.send(get("/never")).text()).isEqualTo("no Bearer [redacted]");
        assertThat(vendor.clean("tok-5ecret-1 and tok-5ecret-2"))
                .isEqualTo("[redacted] and [redacted]");
        assertThat(fixture.egress.clean("tok-5ecret-1 and tok-5ecret-2", fixture.account()))
                .isEqualTo("[redacted] and [redacted]");
    }

    @Test
    void otherCredentialsOrAnotherGenerationMeanAnotherToken() {
        fixture.connect(PROVIDER).send(get("/list"));
        Map<String, String> changed = new HashMap<>(Fixture.CREDENTIALS);
        changed.put("client_secret", "new-5ecret");
        Account account = fixture.account(changed);
        fixture.egress
                .connect(account, PROVIDER, Deadline.in(Duration.ofSeconds(30)), 20)
                .send(get("/list"));
        assertThat(requests("/token")).hasSize(2);

        TestProvider newer = PROVIDER.generation("2");
        fixture.connect(newer).send(get("/list"));
        assertThat(requests("/token")).hasSize(3);

        fixture.egress.forgetGeneration("2");
        fixture.connect(newer).send(get("/list"));
        assertThat(requests("/token")).hasSize(4);

        fixture.egress.forgetAccount("a1");
        fixture.connect(newer).send(get("/list"));
        assertThat(requests("/token")).hasSize(5);
    }

    @Test
    void aGenerationThatIsForgottenEndsWhatItWaitsFor() throws Exception {
        held = true;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> waiting =
                    threads.submit(() ->
                            failure(
                                    Kind.UNAVAILABLE,
                                    () -> fixture.connect(PROVIDER).send(get("/list"))));
            while (requests("/token").isEmpty()) {
                Thread.sleep(5);
            }
            fixture.egress.forgetGeneration("1");
            waiting.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aProviderThatFailsOnTheAnswerIsSaidAsText() {
        lifetime = "soon-5ecret";

        assertThat(
                        failure(
                                Kind.UNUSABLE_ANSWER,
                                () -> fixture.connect(PROVIDER).send(get("/list"))))
                .hasMessage(
                        "The provider could not obtain a token: it failed with NumberFormatException.");
    }

    @Test
    void anyRequestMayReferToTheTokenHeld() {
        fixture.connect(PROVIDER)
                .send(fixture.get("/list").header("X-Held", Secret.heldToken()).build());

        assertThat(requests("/list").getFirst().header("X-Held")).isEqualTo("Bearer tok-5ecret-1");
    }

    @Test
    void aTokenWithALineBreakIsNotSent() {
        lifetime = "3600";
        breaking = true;

        failure(Kind.REJECTED, () -> fixture.connect(PROVIDER).send(get("/list")));
        assertThat(requests("/list")).isEmpty();
    }

    private List<Integer> atOnce(List<Callable<Integer>> calls, CountDownLatch waiting)
            throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> futures = calls.stream().map(threads::submit).toList();
            waiting.await();
            Thread.sleep(50);
            open.countDown();
            for (Future<Integer> future : futures) {
                statuses.add(future.get(20, TimeUnit.SECONDS));
            }
        }
        return statuses;
    }

    private VendorRequest get(String path) {
        return fixture.get(path).build();
    }

    private List<Received> requests(String path) {
        return fixture.vendor.received(path);
    }
}
