package io.convene.bench.crowd;

import java.time.Duration;

/**
 * When a caller sends. All times are nanoseconds since the beginning of a run; callers are numbered
 * from 0.
 */
public interface Pace {
    /** A time that does not come. */
    long NEVER = Long.MAX_VALUE;

    /**
     * When a caller sends again.
     *
     * @param due when its last request was due
     * @param now when that one's answer came
     * @param served whether it got what it asked for
     */
    long next(long due, long now, boolean served);

    /** When that caller sends for the first time. */
    default long first(int caller) {
        return 0;
    }

    /** Answers that come earlier do not count. */
    default long begin() {
        return 0;
    }

    /** Answers that come later do not count. */
    default long end() {
        return NEVER;
    }

    /** Whether latency counts from when a request was due, not from when it was sent. */
    default boolean isFromDue() {
        return false;
    }

    /** Everybody once, and all at the same time. */
    static Pace once() {
        return (due, now, served) -> NEVER;
    }

    /** Everybody again as soon as an answer is there, until the time is over. */
    static Pace again(Duration time) {
        return new AgainPace(0, time.toNanos(), 0, 0);
    }

    /** So many requests a second of so many callers in turns, whether earlier ones are answered. */
    static Pace steady(int perSecond, int callers, Duration time) {
        return new SteadyPace(Duration.ofSeconds(1).toNanos() / perSecond, callers, time.toNanos());
    }
}
