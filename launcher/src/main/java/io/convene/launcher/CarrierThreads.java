package io.convene.launcher;

import jdk.management.VirtualThreadSchedulerMXBean;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Keeps virtual threads running while bundles spin. The JDK gives each core one carrier, and a
 * virtual thread that never waits keeps it. A platform thread therefore starts a virtual one now
 * and then; when that did not run until the next time, there is one carrier more, and after a long
 * time without such a wait one less. Measured: with four carriers a core from the beginning, idle
 * ones are woken for each hand-over, which costs a list that is streamed a tenth of its speed.
 */
final class CarrierThreads implements AutoCloseable {
    private static final Logger LOG = System.getLogger(CarrierThreads.class.getName());
    private static final Duration TICK = Duration.ofMillis(100);
    private static final int CALM_TICKS = 600;

    /** The JDK's own default. */
    private static final int MAX_POOL_SIZE = 256;

    private final int least =
            Integer.getInteger(
                    "jdk.virtualThreadScheduler.parallelism",
                    Runtime.getRuntime().availableProcessors());
    private final int usual = Math.max(8, 4 * least);
    private final int most =
            Math.max(
                    usual,
                    Integer.getInteger("jdk.virtualThreadScheduler.maxPoolSize", MAX_POOL_SIZE));
    private final IntSupplier busy;
    private final Thread watching;
    private volatile boolean ran = true;
    private volatile boolean closed;
    private int now = least;

    private CarrierThreads(IntSupplier busy) {
        this.busy = busy;
        watching = Thread.ofPlatform().daemon().name("carriers").start(this::watch);
    }

    /**
     * Watches from now on.
     *
     * @param busy how many threads are in bundles and do not come back: each may occupy a carrier
     *     for as long as it likes, so as many more carriers are allowed
     */
    static CarrierThreads watched(IntSupplier busy) {
        return new CarrierThreads(busy);
    }

    private void watch() {
        int calm = 0;
        while (!closed) {
            boolean late = !ran;
            if (late && now < Math.min(usual + busy.getAsInt(), most)) {
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
            if (carriers > now) {
                begin();
            }
            now = carriers;
            LOG.log(
                    carriers >= usual ? Level.INFO : Level.DEBUG,
                    () ->
                            "virtual threads have "
                                    + carriers
                                    + " carriers now, "
                                    + usual
                                    + " at most next to those that stuck calls of bundles occupy");
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the number of carriers could not be changed", e);
        }
    }

    /**
     * Has the scheduler begin another carrier. Allowing one is not enough: it begins one only when
     * a virtual thread is started through a queue that was empty, and each platform thread has a
     * queue of its own.
     */
    private static void begin() {
        Thread.ofPlatform()
                .daemon()
                .name("carrier-begin")
                .start(() -> Thread.startVirtualThread(() -> {}));
    }

    /** Leaves as many carriers as there were in the beginning. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watching);
    }
}
