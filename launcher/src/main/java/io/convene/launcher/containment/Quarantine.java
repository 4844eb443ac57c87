package io.convene.launcher.containment;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Whether a bundle may be called. It may not for a minute after it overran the deadline three times
 * within five, nor as long as one of the threads it did not give back is still in it, nor while so
 * many of its calls are stuck that they take the processors from others. After a quarantine one
 * further overrun begins the next one. Thread-safe.
 */
final class Quarantine {
    /** So many overruns within the time below are too many. */
    static final int OVERRUNS = 3;

    static final Duration WITHIN = Duration.ofMinutes(5);
    static final Duration COOL_DOWN = Duration.ofMinutes(1);

    private static final Duration SOON = Duration.ofSeconds(5);

    /** So many calls at once that stay in the bundle for more than five seconds are too many. */
    private final int crowd;

    private final Deque<Long> overruns = new ArrayDeque<>();
    private @Nullable String why;
    private long until;
    private int busy;
    private int abandoned;
    private volatile boolean closed;

    Quarantine(int crowd) {
        this.crowd = crowd;
    }

    /** Whether calls may be refused; {@link #refusal} tells. */
    boolean isClosed() {
        return closed;
    }

    /** A call overran the deadline. */
    synchronized void overran(BundleMethod method, long now) {
        overruns.add(now);
        while (now - overruns.getFirst() > WITHIN.toNanos()) {
            overruns.removeFirst();
        }
        if (overruns.size() >= OVERRUNS) {
            overruns.removeFirst();
            why =
                    "%s() and perhaps other methods did not return within the deadline, %d times within %d minutes"
                            .formatted(method.text(), OVERRUNS, WITHIN.toMinutes());
            until = now + COOL_DOWN.toNanos();
            closed = true;
        }
    }

    /**
     * So many threads are in the bundle for more than five seconds, and so many of them were given
     * up.
     */
    synchronized void counted(int nowBusy, int nowAbandoned) {
        busy = nowBusy;
        abandoned = nowAbandoned;
        closed |= busy >= crowd;
    }

    /** Why the bundle may not be called now, if it may not. */
    synchronized Optional<String> refusal(long now) {
        String reason = why;
        if (reason != null && (now - until < 0 || abandoned > 0)) {
            return Optional.of(reason);
        }
        why = null;
        if (busy >= crowd) {
            return Optional.of(
                    "%d of its calls have not returned for more than five seconds".formatted(busy));
        }
        closed = false;
        return Optional.empty();
    }

    /** How long the bundle will not be called at least. */
    synchronized Duration left(long now) {
        long nanos = why == null ? 0 : until - now;
        return nanos > 0 ? Duration.ofNanos(nanos) : SOON;
    }
}
