package io.convene.launcher.time;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A platform thread that looks at something again and again, and sleeps while there is nothing to
 * look at. Thread-safe.
 */
public final class PollingThread implements AutoCloseable {
    private static final Logger LOG = System.getLogger(PollingThread.class.getName());

    /**
     * The work of the thread.
     *
     * @param nothing whether there is nothing to look at now
     * @param look looks once; its exceptions are logged, and it looks again
     */
    public record Task(BooleanSupplier nothing, Runnable look) {}

    private final String name;
    private final long tickNanos;
    private final int quietTicks;
    private final Task task;
    private final Thread thread;
    private volatile boolean asleep;
    private volatile boolean closed;

    /**
     * Begins to look.
     *
     * @param name of the thread
     * @param tick the time between two looks
     * @param quietTicks after so many looks at nothing the thread sleeps until {@link #wake()}
     */
    public PollingThread(String name, Duration tick, int quietTicks, Task task) {
        this.name = name;
        this.tickNanos = tick.toNanos();
        this.quietTicks = quietTicks;
        this.task = task;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** There is something to look at. To be called after it can be seen. */
    public void wake() {
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        int quiet = 0;
        while (!closed) {
            look();
            quiet = task.nothing().getAsBoolean() ? quiet + 1 : 0;
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
            task.look().run();
        } catch (RuntimeException | Error e) {
            // Without this thread nothing would end by its deadline any more.
            LOG.log(Level.ERROR, () -> name + " failed; it is tried again", e);
        }
    }

    private void sleep() {
        asleep = true;
        // Whoever began before seeing the flag is seen here. Awake it stays so for some ticks, even
        // if there is nothing again, or each short wait would wake it.
        if (task.nothing().getAsBoolean() && !closed) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
