package io.convene.bench.crowd;

import java.time.Duration;

/**
 * Everybody again as soon as an answer is there. All are nanoseconds.
 *
 * @param begin answers that come earlier do not count
 * @param end nothing is sent later
 * @param pause after a refusal
 * @param step between the first requests of two callers
 */
public record AgainPace(long begin, long end, long pause, long step) implements Pace {
    /**
     * Many callers of a slow server, evenly spread over the time that it takes, so that they do not
     * come in waves. They count from their third request on.
     *
     * @param callers how many
     * @param server the time that the server takes
     * @param time how long they count
     * @param pause after a refusal
     */
    public static AgainPace spread(int callers, Duration server, Duration time, Duration pause) {
        long begin = server.multipliedBy(2).toNanos();
        return new AgainPace(
                begin, begin + time.toNanos(), pause.toNanos(), server.toNanos() / callers);
    }

    @Override
    public long first(int caller) {
        return caller * step;
    }

    @Override
    public long next(long due, long now, boolean served) {
        long at = served ? now : now + pause;
        return at < end ? at : NEVER;
    }
}
