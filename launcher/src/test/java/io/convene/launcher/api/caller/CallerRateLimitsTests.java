package io.convene.launcher.api.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.CallerToken;
import io.convene.launcher.config.Rate;
import io.convene.launcher.config.RateLimitsConfig;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.metrics.Metrics;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

class CallerRateLimitsTests {
    private static final CallerToken ONE = token("1");
    private static final CallerToken OTHER = token("2");
    private static final Account ACCOUNT =
            new Account("a-1", "", "ashby", Optional.empty(), Map.of(), Map.of());

    /** Close to the number's end, which {@link System#nanoTime()} may be at any time. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);

    private final CallerRateLimits limits = limits("3/PT10S", "2/PT60S");

    @Test
    void saysWhenATokenMayAskAgain() {
        admit(3);

        assertThatThrownBy(() -> limits.admit(ONE))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        error -> {
                            assertThat(error.status()).isEqualTo(429);
                            assertThat(error.headers()).containsEntry("Retry-After", "4");
                            assertThat(error.sentence())
                                    .isEqualTo(
                                            "This token may be used 3 times in PT10S, and was; wait 4 s (Retry-After)"
                                                    + " and send the request again.");
                        });
        assertThatNoException().isThrownBy(() -> limits.admit(OTHER));
    }

    @Test
    void admitsAgainAfterThatTimeAndNotBefore() {
        admit(3);
        pass(Duration.ofMillis(3_333));
        assertThatThrownBy(() -> limits.admit(ONE)).isInstanceOf(ApiException.class);

        pass(Duration.ofMillis(1));
        assertThatNoException().isThrownBy(() -> limits.admit(ONE));
        assertThatThrownBy(() -> limits.admit(ONE)).isInstanceOf(ApiException.class);
    }

    @Test
    void savesUpNoMoreThanOnePeriod() {
        admit(1);
        pass(Duration.ofHours(5));
        admit(3);

        assertThatThrownBy(() -> limits.admit(ONE)).isInstanceOf(ApiException.class);
    }

    @Test
    void countsAnAccountByItself() {
        limits.admit(ACCOUNT);
        limits.admit(ACCOUNT);

        assertThatThrownBy(() -> limits.admit(ACCOUNT))
                .hasMessageStartingWith("The account a-1 may be used 2 times in PT1M")
                .isInstanceOfSatisfying(
                        ApiException.class,
                        error -> assertThat(error.headers()).containsEntry("Retry-After", "30"));
        assertThatNoException().isThrownBy(() -> limits.admit(ONE));
    }

    @Test
    void admitsEverythingWhenSwitchedOff() {
        CallerRateLimits none =
                new CallerRateLimits(
                        new RateLimitsConfig(Optional.empty(), Optional.empty()),
                        now::get,
                        new Metrics());

        assertThatNoException()
                .isThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        none.admit(ONE);
                        none.admit(ACCOUNT);
                    }
                });
    }

    @Test
    void losesNoCallBetweenThreads() throws InterruptedException {
        TokenBucket limit = new TokenBucket(Rate.parse("1000/PT10S"), now::get);
        AtomicLong admitted = new AtomicLong();
        Runnable caller =
                () -> {
                    for (int i = 0; i < 500; i++) {
                        admitted.addAndGet(limit.take("key").isZero() ? 1 : 0);
                    }
                };
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().start(caller);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(admitted).hasValue(1_000);
    }

    @Test
    void forgetsKeysThatHaveNotBeenUsedForLong() {
        TokenBucket limit = new TokenBucket(Rate.parse("5/PT10S"), now::get);
        for (int i = 0; i < 10_000; i++) {
            limit.take("key " + i);
        }
        pass(Duration.ofSeconds(10));
        limit.take("one more");

        assertThat(limit.size()).isEqualTo(1);
    }

    private void admit(int times) {
        for (int i = 0; i < times; i++) {
            limits.admit(ONE);
        }
    }

    private void pass(Duration duration) {
        now.addAndGet(duration.toNanos());
    }

    private CallerRateLimits limits(String perToken, String perAccount) {
        return new CallerRateLimits(
                new RateLimitsConfig(
                        Optional.of(Rate.parse(perToken)), Optional.of(Rate.parse(perAccount))),
                now::get,
                new Metrics());
    }

    private static CallerToken token(String hash) {
        return new CallerToken("name", hash, Set.of(), Set.of("*"));
    }
}
