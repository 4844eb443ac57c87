package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_TOKEN;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.VendorException.Kind;
import io.convene.launcher.egress.auth.HeldToken;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

class TokenRenewalTests {
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
    void renewsARefusedTokenOnceAndRepeatsTheRequest() {
        AccountVendor account = vendor.connect(PROVIDER);
        account.send(vendor.get("/list"));
        vendor.valid = "another";

        assertThat(account.send(vendor.get("/list")).status()).isEqualTo(200);
        assertThat(vendor.requests("/token")).hasSize(2);

        vendor.valid = "another again";
        assertThat(account.send(vendor.get("/list")).status()).isEqualTo(401);
        assertThat(account.renewToken()).isFalse();
        assertThat(vendor.requests("/token")).hasSize(2);
        assertThat(vendor.connect(PROVIDER).send(vendor.get("/list")).status()).isEqualTo(200);
        assertThat(vendor.requests("/token")).hasSize(3);
    }

    @Test
    void aRequestThatIsRefusedAlwaysIsSentTwice() {
        AccountVendor account = vendor.connect(PROVIDER);

        assertThat(account.send(vendor.get("/never")).status()).isEqualTo(401);
        assertThat(vendor.requests("/never")).hasSize(2);
        assertThat(vendor.requests("/token")).hasSize(2);
        assertThat(account.calls()).hasSize(4);
    }

    @Test
    void manyRefusalsAtOnceRenewOnce() throws Exception {
        vendor.connect(PROVIDER).send(vendor.get("/list"));
        vendor.valid = "another";
        vendor.held = true;
        List<Callable<Integer>> calls = new ArrayList<>();
        CountDownLatch waiting = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            calls.add(() -> {
                AccountVendor account = vendor.connect(PROVIDER);
                waiting.countDown();
                return account.send(vendor.get("/list")).status();
            });
        }
        assertThat(vendor.atOnce(calls, waiting)).hasSize(20).containsOnly(200);
        assertThat(vendor.requests("/token")).hasSize(2);
    }

    @Test
    void callsAtOnceOfOneRequestRenewOnce() {
        AccountVendor account = vendor.connect(PROVIDER);
        account.send(vendor.get("/list"));
        vendor.valid = "another";

        assertThat(account.sendAll(Collections.nCopies(10, vendor.get("/list"))))
                .hasSize(10)
                .allSatisfy(response -> assertThat(response.status()).isEqualTo(200));
        assertThat(vendor.requests("/token")).hasSize(2);
    }

    @Test
    void aFailedRenewalIsTriedOnceForAllCallsOfARequest() {
        AccountVendor account = vendor.connect(PROVIDER);
        account.send(vendor.get("/list"));
        vendor.tokenStatus = 401;

        failure(
                Kind.BAD_CREDENTIALS,
                () -> account.sendAll(Collections.nCopies(10, vendor.get("/never"))));
        failure(Kind.BAD_CREDENTIALS, account::renewToken);
        assertThat(vendor.requests("/token")).hasSize(2);
    }

    @Test
    void renewsBecauseAPageSaidSo() {
        AccountVendor account = vendor.connect(PROVIDER);
        assertThat(account.renewToken()).isFalse();
        account.send(vendor.get("/forbidden"));

        assertThat(account.renewToken()).isTrue();
        assertThat(vendor.requests("/token")).hasSize(2);
        account.send(vendor.get("/forbidden"));
        assertThat(account.renewToken()).isFalse();
        assertThat(vendor.requests("/token")).hasSize(2);
        assertThat(vendor.requests("/forbidden").getLast().header("Authorization"))
                .isEqualTo("Bearer tok-5ecret-2");
    }

    @Test
    void aTokenThatSomeoneElseRenewedIsNotRenewedAgain() {
        AccountVendor slow = vendor.connect(PROVIDER);
        slow.send(vendor.get("/forbidden"));
        AccountVendor quick = vendor.connect(PROVIDER);
        quick.send(vendor.get("/forbidden"));
        assertThat(quick.renewToken()).isTrue();

        assertThat(slow.renewToken()).isTrue();
        assertThat(vendor.requests("/token")).hasSize(2);
    }

    @Test
    void obtainsANewTokenWhenTheOldOneIsOver() {
        vendor.lifetime = "0";
        vendor.connect(PROVIDER).send(vendor.get("/list"));
        vendor.connect(PROVIDER).send(vendor.get("/list"));

        assertThat(vendor.requests("/token")).hasSize(2);
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
        vendor.lifetime = "0";
        TestProvider exchanging = PROVIDER.exchanging();
        vendor.connect(exchanging).send(vendor.get("/list"));
        vendor.connect(exchanging).send(vendor.get("/list"));

        assertThat(vendor.requests("/token")).hasSize(1);
        assertThat(vendor.requests("/exchange"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.header("Token")).isEqualTo("Bearer tok-5ecret-1"));
    }

    @Test
    void obtainsATokenAgainWhenTheExchangeFails() {
        vendor.lifetime = "0";
        vendor.exchangeWorks = false;
        TestProvider exchanging = PROVIDER.exchanging();
        vendor.connect(exchanging).send(vendor.get("/list"));

        assertThat(vendor.connect(exchanging).send(vendor.get("/list")).status()).isEqualTo(200);
        assertThat(vendor.requests("/exchange")).hasSize(1);
        assertThat(vendor.requests("/token")).hasSize(2);
    }

    @Test
    void aVendorThatKnowsNoExchangeIsNotAskedTwice() {
        vendor.lifetime = "0";
        vendor.connect(PROVIDER).send(vendor.get("/list"));
        vendor.tokenStatus = 401;

        failure(Kind.BAD_CREDENTIALS, () -> vendor.connect(PROVIDER).send(vendor.get("/list")));
        assertThat(vendor.requests("/token")).hasSize(2);
    }
}
