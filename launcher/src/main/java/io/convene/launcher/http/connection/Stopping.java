package io.convene.launcher.http.connection;

import java.time.Duration;

/** Whether the server is about to stop, and whether anybody would notice. Thread-safe. */
public final class Stopping {
    private volatile boolean begun;
    private volatile boolean draining;
    // Plain, because every request writes it: a little late is early enough.
    private long requestedNanos;
    private boolean requested;

    /** From now on readiness fails; requests are served as before. */
    void begin() {
        begun = true;
    }

    /** Whether readiness fails. */
    public boolean isBegun() {
        return begun;
    }

    /**
     * From now on answers close their connections. Only once no connection is accepted any more: a
     * caller that has to connect at that moment could be lost between both.
     */
    void drain() {
        draining = true;
    }

    boolean isDraining() {
        return draining;
    }

    /** A request was received. */
    void requested() {
        requestedNanos = System.nanoTime();
        requested = true;
    }

    /** Whether a request was received within that time. */
    boolean isRequestedWithin(Duration time) {
        return requested && System.nanoTime() - requestedNanos < time.toNanos();
    }
}
