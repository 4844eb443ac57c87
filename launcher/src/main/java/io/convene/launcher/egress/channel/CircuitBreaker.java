package io.convene.launcher.egress.channel;

import java.time.Duration;

/**
 * Gives a host up for a while that failed several times in a row, then lets one call find out
 * whether it is back. Times are those of {@link System#nanoTime}. Thread-safe; while all is well it
 * takes one volatile read.
 */
final class CircuitBreaker {
    /** Whether a call may be made. */
    enum Pass {
        /** It may. */
        FREE,
        /** It may, and its result decides for all others. */
        PROBE,
        /** It may not. */
        NONE
    }

    private record State(int failures, boolean open, long until, boolean probing, String why) {}

    private static final State CLOSED = new State(0, false, 0, false, "");

    private final int most;
    private final long openNanos;
    private final CallMeters meters;
    // Written under the lock alone.
    private volatile State state = CLOSED;

    /**
     * A closed circuit.
     *
     * @param most the failures in a row that open it
     * @param open how long it then stays open
     */
    CircuitBreaker(int most, Duration open, CallMeters meters) {
        this.most = most;
        this.meters = meters;
        this.openNanos = open.toNanos();
    }

    /** Asks for a pass; each but NONE must be followed by one of the other methods with it. */
    Pass enter(long now) {
        return state.open() ? probe(now) : Pass.FREE;
    }

    private synchronized Pass probe(long now) {
        if (!state.open()) {
            return Pass.FREE;
        }
        if (state.until() - now > 0) {
            meters.heldBack(CallMeters.HeldBack.CIRCUIT);
            return Pass.NONE;
        }
        // A probe that is stuck lets another one follow after the same time.
        state = new State(state.failures(), true, now + openNanos, true, state.why());
        return Pass.PROBE;
    }

    /** The host answered. */
    void succeeded() {
        if (state.failures() > 0) {
            close();
        }
    }

    /**
     * The host failed.
     *
     * @return whether that made the circuit open which was not
     */
    synchronized boolean failed(Pass pass, long now, String why) {
        boolean wasOpen = state.open();
        if (wasOpen && pass != Pass.PROBE) {
            return false;
        }
        int failures = Math.min(state.failures() + 1, most);
        boolean opens = wasOpen || failures == most;
        state = new State(failures, opens, opens ? now + openNanos : 0, false, why);
        if (opens && !wasOpen) {
            meters.circuits().opened().increment();
            return true;
        }
        return false;
    }

    /** The call was not made, or says nothing of the host. */
    void abandoned(Pass pass, long now) {
        if (pass == Pass.PROBE) {
            endProbe(now);
        }
    }

    /** Whether calls are given up now. */
    boolean isOpen() {
        return state.open();
    }

    /** How long until the host is tried again; zero when it is being tried. */
    Duration left(long now) {
        State seen = state;
        return seen.open() && !seen.probing()
                ? Duration.ofNanos(Math.max(0, seen.until() - now))
                : Duration.ZERO;
    }

    /** How the host failed last; empty when it did not. */
    String why() {
        return state.why();
    }

    private synchronized void close() {
        if (state.open()) {
            meters.circuits().closed().increment();
        }
        state = CLOSED;
    }

    private synchronized void endProbe(long now) {
        state = new State(state.failures(), state.open(), now, false, state.why());
    }
}
