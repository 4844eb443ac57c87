package io.convene.launcher.api;

import io.helidon.common.buffers.DataWriter;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.spi.ServerConnectionSelector;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends the connections of callers that do not read what they asked for: the server itself would
 * wait for them without end, and a vendor's connection with it. One thread looks over all writes
 * that are under way, so that a write costs no timer of its own. Thread-safe.
 */
final class SlowCallers implements HttpFeature {
    private static final Logger LOG = System.getLogger(SlowCallers.class.getName());
    private static final int LOOKS_IN_TIME = 8;

    private final Set<Write> writes = ConcurrentHashMap.newKeySet();
    private final Duration most;
    private @Nullable Thread thread;

    /** A write under way. The thread that writes is interrupted in it and nowhere else. */
    private static final class Write {
        private final Thread thread = Thread.currentThread();
        private final long since = System.nanoTime();
        private boolean over;
        private boolean interrupted;

        synchronized boolean interrupt() {
            if (over || interrupted) {
                return false;
            }
            interrupted = true;
            // The JDK closes the socket that a virtual thread is interrupted at.
            thread.interrupt();
            return true;
        }

        synchronized void end() {
            over = true;
            if (interrupted) {
                // What is to be closed now must not take this for its own end.
                Thread.interrupted();
            }
        }
    }

    /**
     * Looks after writes once the server is started.
     *
     * @param most the time that a caller has to take what is written at once, which is at most
     *     {@link TimedWriter#PIECE} bytes
     */
    SlowCallers(Duration most) {
        this.most = most;
    }

    /** The same selector, with the writes of its connections looked after. */
    ServerConnectionSelector over(ServerConnectionSelector selector) {
        return new TimedSelector(selector, this);
    }

    /** The same writer, looked after. */
    DataWriter over(DataWriter writer) {
        return new TimedWriter(writer, this);
    }

    /** Does that write, which fails when it takes too long. */
    void timed(Runnable doing) {
        Write write = new Write();
        writes.add(write);
        try {
            doing.run();
        } finally {
            writes.remove(write);
            write.end();
        }
    }

    @Override
    public void setup(HttpRouting.Builder routing) {
        // It stands below the routes.
    }

    @Override
    public void beforeStart() {
        thread = Thread.ofVirtual().name("slow callers").start(this::look);
    }

    @Override
    public void afterStop() {
        Thread looking = thread;
        if (looking != null) {
            looking.interrupt();
        }
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(most.dividedBy(LOOKS_IN_TIME));
                for (Write write : writes) {
                    if (System.nanoTime() - write.since > most.toNanos() && write.interrupt()) {
                        LOG.log(
                                Level.INFO,
                                () ->
                                        "a caller took nothing of its answer for "
                                                + most.toMillis()
                                                + " ms; its connection is closed");
                    }
                }
            }
        } catch (InterruptedException e) {
            // The server has stopped.
        }
    }
}
