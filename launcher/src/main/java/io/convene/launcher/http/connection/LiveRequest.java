package io.convene.launcher.http.connection;

import io.helidon.webserver.CloseConnectionException;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * One request while it is being answered, and the means to end it early. Begun and closed by the
 * thread that answers; ended by any other.
 *
 * <p>Ending interrupts that thread, which ends the vendor call under way. It is never interrupted
 * while it writes: the JDK would close the socket, and with it the other streams of an HTTP/2
 * connection.
 */
public final class LiveRequest implements AutoCloseable {
    /** Why a request ends early. */
    public enum Ending {
        /** The caller closed its connection or reset its stream; nobody reads the answer. */
        LEFT,
        /** The server stops, and the time that requests have for that is over. */
        STOPPED
    }

    private final Thread thread = Thread.currentThread();
    private final long begunNanos = System.nanoTime();
    private final Caller caller;
    private final int stream;

    // Guarded by this.
    private @Nullable Ending ending;
    private boolean writing;
    private boolean done;

    LiveRequest(Caller caller, int stream) {
        this.caller = caller;
        this.stream = stream;
    }

    /**
     * Ends the request; the first reason stays. Repeated for a caller who left, because code that
     * swallowed the interrupt must stop.
     */
    void end(Ending why) {
        synchronized (this) {
            if (done) {
                return;
            }
            boolean again = ending != null;
            if (!again) {
                ending = why;
            }
            if (!writing && (!again || ending == Ending.LEFT)) {
                thread.interrupt();
            }
        }
    }

    /** Why the request is to end early; empty while it is not. */
    public synchronized Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /** Whether the caller has left. */
    public synchronized boolean isLeft() {
        return ending == Ending.LEFT;
    }

    /**
     * Must be called before anything is written to the caller, and {@link #endWrite} after it.
     *
     * @throws CloseConnectionException when the caller has left
     */
    public synchronized void beginWrite() {
        if (ending != null) {
            Thread.interrupted();
        }
        if (ending == Ending.LEFT) {
            throw new CloseConnectionException("the caller has left");
        }
        writing = true;
    }

    /** Something was written, or failed to be. */
    public synchronized void endWrite() {
        writing = false;
        if (ending != null && !done) {
            thread.interrupt();
        }
    }

    /** The request is over. */
    @Override
    public void close() {
        synchronized (this) {
            done = true;
            if (ending != null) {
                // The interrupt was ours, and must not end the thread's next work.
                Thread.interrupted();
            }
        }
        caller.ended(this);
    }

    int stream() {
        return stream;
    }

    long ageNanos() {
        return System.nanoTime() - begunNanos;
    }
}
