package io.convene.bench.crowd;

import java.time.Duration;

/**
 * When a caller sends. All times are nanoseconds since the beginning of a run; callers are numbered
 * from 0.
 */
public interface Pace {
    /** A time that does not come. */
    long NEVER = Long.MAX_VALUE;

    /** When that caller sends for the first time. */
    long first(int caller);

    /**
     * When it sends again.
     *
     * @param due when its last request was due
     * @param now when that one's answer came
     * @param served whether it got what it asked for
     */
    long next(long due, long now, boolean served);

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
        return new Pace() {
            @Override
            public long first(int caller) {
                return 0;
            }

            @Override
            public long next(long due, long now, boolean served) {
                return NEVER;
            }
        };
    }

    /** Everybody again as soon as an answer is there, after a refusal a pause later. */
    static Pace again(Duration time, Duration pause) {
        return new Pace() {
            @Override
            public long first(int caller) {
                return 0;
            }

            @Override
            public long next(long due, long now, boolean served) {
                long at = served ? now : now + pause.toNanos();
                return at < end() ? at : NEVER;
            }

            @Override
            public long end() {
                return time.toNanos();
            }
        };
    }

    /** So many requests a second of so many callers in turns, whether earlier ones are answered. */
    static Pace steady(int perSecond, int callers, Duration time) {
        long interval = Duration.ofSeconds(1).toNanos() / perSecond;
        return new Pace() {
            @Override
            public long first(int caller) {
                return caller * interval;
            }

            @Override
            public long next(long due, long now, boolean served) {
                long at = due + callers * interval;
                return at < time.toNanos() ? at : NEVER;
            }

            @Override
            public boolean isFromDue() {
                return true;
            }
        };
    }
}
