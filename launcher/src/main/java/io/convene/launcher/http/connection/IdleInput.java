package io.convene.launcher.http.connection;

import org.jspecify.annotations.Nullable;

/**
 * A caller's input that can be ended while the connection waits for a request, and only then. A
 * request whose first byte was read is never lost.
 */
final class IdleInput {
    private final CallerInput input;
    private final Thread thread = Thread.currentThread();
    private byte @Nullable [] unread;

    // Guarded by this.
    private boolean idle;
    private boolean ended;
    private long idleNanos;

    /** For the connection that the calling thread handles. */
    IdleInput(CallerInput input) {
        this.input = input;
    }

    /**
     * Waits for the next bytes.
     *
     * @param asIdle whether nothing of a request was read yet
     * @return null at the end
     */
    byte @Nullable [] next(boolean asIdle) {
        byte[] kept = unread;
        if (kept != null) {
            unread = null;
            return kept;
        }
        if (!asIdle) {
            return input.next();
        }
        synchronized (this) {
            if (ended) {
                return null;
            }
            idle = true;
            idleNanos = System.nanoTime();
        }
        try {
            return input.next();
        } finally {
            wake();
        }
    }

    /** Gives bytes back, to be read next. */
    void unread(byte[] bytes) {
        unread = bytes;
    }

    /**
     * Ends the connection if it has waited for a request at least that long.
     *
     * @return whether it has, or was ended earlier
     */
    synchronized boolean endIfIdle(long nanos) {
        if (idle && !ended && System.nanoTime() - idleNanos >= nanos) {
            ended = true;
            // The JDK closes the socket that a virtual thread waits for when it is interrupted.
            thread.interrupt();
        }
        return ended;
    }

    private synchronized void wake() {
        idle = false;
        if (ended) {
            // A request arrived at the same moment: it is answered, and nothing may interrupt it.
            Thread.interrupted();
        }
    }
}
