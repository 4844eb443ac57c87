package io.convene.launcher.egress;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Interrupts threads that wait beyond a deadline, a little late. One thread looks through all that
 * wait now and then: measured, a timed wait of each virtual thread wakes the scheduler's timer
 * thread twice and costs a tenth of a request. Thread-safe.
 */
public final class Timeouts implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Timeouts.class.getName());

    private final Set<Watch> waiting = ConcurrentHashMap.newKeySet();
    private final long tickNanos;
    private final int quietTicks;
    private final Thread looking;
    private volatile boolean asleep;
    private volatile boolean closed;

    /**
     * Watches nothing yet.
     *
     * @param name of its thread
     * @param tick the time between two looks: no thread is interrupted later than that
     * @param quietTicks after so many looks at nothing its thread sleeps until there is something
     *     again
     */
    public Timeouts(String name, Duration tick, int quietTicks) {
        this.tickNanos = tick.toNanos();
        this.quietTicks = quietTicks;
        looking = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** A wait of the thread that began it; to be closed by that thread when it is over. */
    public final class Watch implements AutoCloseable {
        private final Thread thread = Thread.currentThread();
        private final Deadline deadline;

        // Made up here: measured, the JVM's own of a new object takes longer than all else of a
        // watch.
        private final int hash = ThreadLocalRandom.current().nextInt();

        // Guarded by this.
        private boolean overdue;
        private boolean done;

        private Watch(Deadline deadline) {
            this.deadline = deadline;
        }

        /** Whether the thread was interrupted because its time was over. */
        public synchronized boolean isOverdue() {
            return overdue;
        }

        private synchronized void look() {
            if (!done && !overdue && deadline.isOver()) {
                overdue = true;
                thread.interrupt();
            }
        }

        @Override
        public void close() {
            waiting.remove(this);
            end();
        }

        @Override
        public int hashCode() {
            return hash;
        }

        private synchronized void end() {
            done = true;
            if (overdue) {
                // Ours, and perhaps not noticed: what the thread does next must not end by it.
                Thread.interrupted();
            }
        }
    }

    /** Watches the calling thread from now on. */
    public Watch watch(Deadline deadline) {
        Watch watch = new Watch(deadline);
        waiting.add(watch);
        if (asleep) {
            LockSupport.unpark(looking);
        }
        return watch;
    }

    private void run() {
        int quiet = 0;
        while (!closed) {
            look();
            quiet = waiting.isEmpty() ? quiet + 1 : 0;
            if (quiet < quietTicks) {
                LockSupport.parkNanos(this, tickNanos);
            } else {
                sleep();
                quiet = 0;
            }
        }
    }

    private void look() {
        try {
            waiting.forEach(Watch::look);
        } catch (RuntimeException | OutOfMemoryError e) {
            // Without this thread nothing would time out any more.
            LOG.log(Level.ERROR, "time-outs could not be looked for; trying again", e);
        }
    }

    private void sleep() {
        asleep = true;
        // Whoever began to wait before seeing the flag is seen here. Awake it stays so for some
        // ticks, even if that wait is over already, or each short wait would wake it.
        if (waiting.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(looking);
    }
}
