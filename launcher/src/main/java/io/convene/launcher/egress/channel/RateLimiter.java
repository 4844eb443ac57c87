package io.convene.launcher.egress.channel;

import io.convene.core.spi.Quota;

import java.time.Duration;
import java.util.Optional;

/**
 * When calls may begin: never more than a quota's within any span of its duration, and none before
 * a pause ends that the vendor requested. A caller learns at once how long to wait, in the order of
 * asking, so that waiting needs neither a queue nor a second look. Times are those of {@link
 * System#nanoTime}. Thread-safe; without a quota and a pause it takes one volatile read.
 */
final class RateLimiter {
    private static final Duration MOST_SLACK = Duration.ofMillis(500);

    private final Optional<Quota> quota;
    private final long spanNanos;
    // The latest beginnings, as many as the quota has calls: the oldest decides about the next.
    private final long[] begun;
    private int made;
    private int next;
    private volatile long pausedUntil;

    RateLimiter(Optional<Quota> quota, long now) {
        this.quota = quota;
        this.spanNanos = quota.map(RateLimiter::span).orElse(0L);
        this.begun = new long[quota.map(Quota::calls).orElse(0)];
        this.pausedUntil = now;
    }

    /** The quota's duration and a little more: calls do not take equally long to arrive. */
    private static long span(Quota quota) {
        Duration slack = quota.per().dividedBy(50);
        return quota.per().plus(slack.compareTo(MOST_SLACK) < 0 ? slack : MOST_SLACK).toNanos();
    }

    /**
     * Takes the next turn unless it is further away than that.
     *
     * @return the nanoseconds until the turn, which is taken only when they are at most {@code
     *     atMost}
     */
    long take(long now, long atMost) {
        if (begun.length == 0) {
            return pause(now);
        }
        synchronized (begun) {
            long wait = untilTurn(now);
            if (wait <= atMost) {
                begun[next] = now + wait;
                next = (next + 1) % begun.length;
                made = Math.min(made + 1, begun.length);
            }
            return wait;
        }
    }

    /** How long a call would have to wait now. */
    long look(long now) {
        if (begun.length == 0) {
            return pause(now);
        }
        synchronized (begun) {
            return untilTurn(now);
        }
    }

    /** How much of a pause is left. */
    long pause(long now) {
        return Math.max(0, pausedUntil - now);
    }

    /** Lets no call begin before that; a longer pause stays. */
    void pauseUntil(long until) {
        synchronized (begun) {
            if (until - pausedUntil > 0) {
                pausedUntil = until;
            }
        }
    }

    /** The average time between two calls, zero without a quota. */
    Duration interval() {
        return quota.map(each -> each.per().dividedBy(each.calls())).orElse(Duration.ZERO);
    }

    Optional<Quota> quota() {
        return quota;
    }

    private long untilTurn(long now) {
        long wait = pause(now);
        if (made > 0) {
            // Turns are given in order, also when a pause began after one was given.
            int latest = (next + begun.length - 1) % begun.length;
            wait = Math.max(wait, begun[latest] - now);
        }
        return made < begun.length ? wait : Math.max(wait, begun[next] + spanNanos - now);
    }
}
