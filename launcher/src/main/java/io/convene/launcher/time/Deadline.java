package io.convene.launcher.time;

import java.time.Duration;

/**
 * The time by which a request must be answered, carried through every step. Measured on the
 * monotonic clock.
 */
public final class Deadline {
    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    /** A deadline that far from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time left, zero when it is over. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /** When the time is over, by {@link System#nanoTime()}. */
    public long nanoTime() {
        return endNanos;
    }

    /** Whether the time is over. */
    public boolean isOver() {
        return endNanos - System.nanoTime() <= 0;
    }
}
