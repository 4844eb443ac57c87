package io.convene.launcher;

import jdk.management.VirtualThreadSchedulerMXBean;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps virtual threads running beside bundles that spin. The JDK gives each core one carrier, and
 * a virtual thread that never waits keeps it. A platform thread therefore starts a virtual one now
 * and then; when that did not run until the next time, there is one carrier more, and after a long
 * time without such a wait one less. Measured: with four carriers a core from the beginning, idle
 * ones are woken for each hand-over, which costs a list that is streamed a tenth of its speed.
 */
final class Carriers implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Carriers.class.getName());
    private static final Duration TICK = Duration.ofMillis(100);
    private static final int CALM_TICKS = 600;

    private final int least =
            Integer.getInteger(
                    "jdk.virtualThreadScheduler.parallelism",
                    Runtime.getRuntime().availableProcessors());
    private final int most = Math.max(8, 4 * least);
    private final Thread watching;
    private volatile boolean ran = true;
    private volatile boolean closed;
    private int now = least;

    private Carriers() {
        watching = Thread.ofPlatform().daemon().name("carriers").start(this::watch);
    }

    /** Watches from now on. */
    static Carriers watched() {
        return new Carriers();
    }

    private void watch() {
        int calm = 0;
        while (!closed) {
            boolean late = !ran;
            if (late && now < most) {
                set(now + 1);
            } else if (calm == CALM_TICKS && now > least) {
                set(now - 1);
            }
            calm = late || calm == CALM_TICKS ? 0 : calm + 1;
            if (!late) {
                ran = false;
                Thread.startVirtualThread(() -> ran = true);
            }
            LockSupport.parkNanos(this, TICK.toNanos());
        }
        if (now > least) {
            set(least);
        }
    }

    private void set(int carriers) {
        try {
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class)
                    .setParallelism(carriers);
            now = carriers;
            LOG.log(
                    carriers == most ? Level.INFO : Level.DEBUG,
                    () ->
                            "virtual threads have "
                                    + carriers
                                    + " carriers now, "
                                    + most
                                    + " at most");
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the number of carriers could not be changed", e);
        }
    }

    /** Leaves as many carriers as there were in the beginning. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watching);
    }
}
