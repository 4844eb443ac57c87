package io.convene.launcher.egress.channel;

import java.time.Duration;

/**
 * How a vendor's bad days are borne, for each account and host alone.
 *
 * @param repeats how often a call is repeated that failed in passing, 2 by default
 * @param backoff the most that is waited before the first repetition, 500 ms by default; it doubles
 *     with each, and a random part of it is waited
 * @param margin the time that must remain after a wait for the call to be worth it, 250 ms by
 *     default
 * @param atOnce how many calls are under way at once, 32 by default
 * @param waiting how many calls may wait for their turn, 256 by default
 * @param failures how many failures in a row give the host up for a while, 5 by default
 * @param open how long it is given up, 10 s by default
 * @param slow how long a call must have had for its time-out to be the host's failure, 5 s by
 *     default
 */
public record Resilience(
        int repeats,
        Duration backoff,
        Duration margin,
        int atOnce,
        int waiting,
        int failures,
        Duration open,
        Duration slow) {
    public Resilience {
        if (repeats < 0 || atOnce < 1 || waiting < 0 || failures < 1) {
            throw new IllegalArgumentException("a number of the resilience is too small");
        }
    }

    /** The defaults. */
    public static Resilience defaults() {
        return new Resilience(
                2,
                Duration.ofMillis(500),
                Duration.ofMillis(250),
                32,
                256,
                5,
                Duration.ofSeconds(10),
                Duration.ofSeconds(5));
    }

    /** The same with other repetitions. */
    public Resilience repeating(int times, Duration first) {
        return new Resilience(times, first, margin, atOnce, waiting, failures, open, slow);
    }

    /** The same with other numbers of calls. */
    public Resilience calling(int most, int queued) {
        return new Resilience(repeats, backoff, margin, most, queued, failures, open, slow);
    }

    /** The same with another way to give a host up. */
    public Resilience givingUp(int after, Duration time, Duration slowness) {
        return new Resilience(repeats, backoff, margin, atOnce, waiting, after, time, slowness);
    }
}
