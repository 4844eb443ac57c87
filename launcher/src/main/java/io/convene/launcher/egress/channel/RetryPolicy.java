package io.convene.launcher.egress.channel;

import io.convene.launcher.egress.wire.CallResult;
import io.convene.launcher.egress.wire.CallResult.Answered;
import io.convene.launcher.egress.wire.CallResult.Unanswered;
import io.convene.launcher.egress.wire.RateLimit;
import io.convene.launcher.time.Deadline;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before a call is made again: as long as the vendor asks, or else a random part
 * of a time that doubles, so that callers who failed together do not come back together.
 */
final class RetryPolicy {
    static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final Resilience rules;
    private final InterruptibleSleep sleep;

    RetryPolicy(Resilience rules, InterruptibleSleep sleep) {
        this.rules = rules;
        this.sleep = sleep;
    }

    /**
     * Sleeps that long.
     *
     * @throws io.convene.core.spi.VendorException when the thread was interrupted or the egress
     *     ended
     */
    void sleep(Duration time) {
        sleep.sleep(time.toNanos());
    }

    /**
     * The wait before the next try; none when there should be no other try, or none that fits into
     * the deadline.
     *
     * @param sent how often the request went out so far
     * @param interval the time between two calls at the account's quota
     */
    Optional<Duration> beforeNext(
            CallResult outcome, int sent, Duration interval, Deadline deadline) {
        if (sent > rules.repeats()) {
            return Optional.empty();
        }
        Optional<Duration> wait =
                switch (outcome) {
                    case Unanswered it when it.repeatable() -> Optional.of(backoff(sent));
                    case Unanswered _ -> Optional.empty();
                    case Answered it when it.answer().statusCode() == TOO_MANY ->
                            Optional.of(
                                    asked(it.answer())
                                            .orElseGet(() -> interval.plus(backoff(sent))));
                    case Answered it when it.answer().statusCode() == UNAVAILABLE ->
                            Optional.of(
                                    headers(it.answer())
                                            .retryAfter()
                                            .orElseGet(() -> backoff(sent)));
                    case Answered it when it.isFailing() -> Optional.of(backoff(sent));
                    case Answered _ -> Optional.empty();
                };
        return wait.filter(time -> time.plus(rules.margin()).compareTo(deadline.remaining()) < 0);
    }

    /** How long a vendor that rejects further calls asks to wait. */
    static Optional<Duration> asked(HttpResponse<?> refusal) {
        LimitHeaders headers = headers(refusal);
        return headers.retryAfter().or(() -> headers.rateLimit().flatMap(RateLimit::exhausted));
    }

    static LimitHeaders headers(HttpResponse<?> answer) {
        return new LimitHeaders(answer.headers(), Instant.now());
    }

    private Duration backoff(int sent) {
        long most = rules.backoff().toNanos() << Math.min(sent - 1, 16);
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(most + 1));
    }
}
