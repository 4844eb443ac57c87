package io.convene.launcher.api.caller;

import io.convene.launcher.config.Rate;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * A token bucket for each key: as many calls at once as the rate has, refilled evenly over its
 * period. Kept as one number a key, the time at which its bucket is full again (the generic cell
 * rate algorithm). Thread-safe, without locks of its own.
 */
final class TokenBucket {
    /** How many keys there may be before those with a full bucket are forgotten. */
    private static final int MANY_KEYS = 10_000;

    private final long period;
    private final long interval;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<String, Long> fullAt = new ConcurrentHashMap<>();

    /**
     * A limit for that rate.
     *
     * @param nanoTime the time, as {@link System#nanoTime()} tells it
     */
    TokenBucket(Rate rate, LongSupplier nanoTime) {
        this.interval = rate.period().toNanos() / rate.calls();
        this.period = interval * rate.calls();
        this.nanoTime = nanoTime;
    }

    /** Takes one call from the key's bucket: zero, or how long it takes until there is one. */
    Duration take(String key) {
        while (true) {
            long now = nanoTime.getAsLong();
            Long before = fullAt.get(key);
            long after = (before == null || before - now < 0 ? now : before) + interval;
            long wait = after - now - period;
            if (wait > 0) {
                return Duration.ofNanos(wait);
            }
            if (replace(key, before, after)) {
                return Duration.ZERO;
            }
        }
    }

    /** How many keys are remembered. */
    int size() {
        return fullAt.size();
    }

    private boolean replace(String key, @Nullable Long before, Long after) {
        if (before != null) {
            return fullAt.replace(key, before, after);
        }
        if (fullAt.size() >= MANY_KEYS) {
            long now = nanoTime.getAsLong();
            fullAt.values().removeIf(time -> time - now <= 0);
        }
        return fullAt.putIfAbsent(key, after) == null;
    }
}
