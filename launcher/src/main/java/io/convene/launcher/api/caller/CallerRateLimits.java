package io.convene.launcher.api.caller;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.CallerToken;
import io.convene.launcher.config.Rate;
import io.convene.launcher.config.RateLimitsConfig;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.metrics.Counter;
import io.convene.launcher.metrics.Family;
import io.convene.launcher.metrics.Metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Our own limits: how many requests one token may send, and how many may name one account. */
public final class CallerRateLimits {
    private final Optional<CallerLimit> perToken;
    private final Optional<CallerLimit> perAccount;

    private record CallerLimit(Rate rate, TokenBucket buckets, Counter refused) {
        static CallerLimit of(Rate rate, LongSupplier nanoTime, Counter refused) {
            return new CallerLimit(rate, new TokenBucket(rate, nanoTime), refused);
        }

        void admit(String whose, String key) {
            Duration wait = buckets.take(key);
            if (wait.isPositive()) {
                refused.increment();
                long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
                throw new ApiException(
                                429,
                                "%s may be used %d times in %s, and was; wait %d s (Retry-After) and send the request again."
                                        .formatted(whose, rate.calls(), rate.period(), seconds))
                        .header("Retry-After", Long.toString(seconds));
            }
        }
    }

    /**
     * The configured limits.
     *
     * @param nanoTime the time, as {@link System#nanoTime()} tells it
     */
    public CallerRateLimits(RateLimitsConfig limits, LongSupplier nanoTime, Metrics metrics) {
        Family<Counter> refused =
                metrics.counters(
                        "convene_limited_requests_total",
                        "Requests refused with 429 because of our own limits.",
                        "limit");
        Counter token = refused.of("per-token");
        Counter account = refused.of("per-account");
        this.perToken = limits.perToken().map(rate -> CallerLimit.of(rate, nanoTime, token));
        this.perAccount = limits.perAccount().map(rate -> CallerLimit.of(rate, nanoTime, account));
    }

    /**
     * Counts a request with that token.
     *
     * @throws ApiException with 429 and {@code Retry-After} when there were too many
     */
    public void admit(CallerToken token) {
        perToken.ifPresent(limit -> limit.admit("This token", token.sha256()));
    }

    /**
     * Counts a request for that account.
     *
     * @throws ApiException with 429 and {@code Retry-After} when there were too many
     */
    public void admit(Account account) {
        perAccount.ifPresent(limit -> limit.admit("The account " + account.id(), account.id()));
    }
}
