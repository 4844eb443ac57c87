package io.convene.launcher.containment;

import io.convene.launcher.time.PollingThread;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks after all threads that are in bundles. One that is there beyond its deadline is
 * interrupted, and given up when that does not help. Runs on a platform thread, since bundles that
 * spin can occupy all carriers of virtual ones. Thread-safe.
 */
public final class BundleWatch implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(50);
    private static final int QUIET_TICKS = 20;

    /** A call that began just before the deadline is not the one that used the time up. */
    private static final long LEAST = Duration.ofMillis(200).toNanos();

    /** How long an interrupted call has to return. */
    private static final long GRACE = Duration.ofMillis(250).toNanos();

    /** A thread that stays in a bundle for longer takes part in the count of {@link #busy()}. */
    private static final long LONG = Duration.ofSeconds(1).toNanos();

    /** One that stays for longer than this counts against its bundle. */
    private static final long TOO_LONG = Duration.ofSeconds(5).toNanos();

    private final Set<BundleCall> calls = ConcurrentHashMap.newKeySet();
    private final PollingThread lookout;
    private Set<Containment> counted = new HashSet<>();
    private volatile int busy;

    /** Looks after nothing yet. */
    public BundleWatch() {
        lookout =
                new PollingThread(
                        "bundle-watch",
                        TICK,
                        QUIET_TICKS,
                        new PollingThread.Task(calls::isEmpty, this::look));
    }

    /** How many threads have been in bundles for more than a second, those given up included. */
    public int busy() {
        return busy;
    }

    void begin(BundleCall call) {
        calls.add(call);
        lookout.wake();
    }

    void end(BundleCall call) {
        calls.remove(call);
    }

    private void look() {
        long now = System.nanoTime();
        int stay = 0;
        Map<Containment, int[]> counts = new HashMap<>();
        for (BundleCall call : calls) {
            call.look(now, LEAST, GRACE);
            if (call.busyNanos(now) < LONG) {
                continue;
            }
            stay++;
            int[] count = counts.computeIfAbsent(call.containment(), one -> new int[2]);
            count[0] += call.busyNanos(now) < TOO_LONG ? 0 : 1;
            count[1] += call.isAbandoned() ? 1 : 0;
        }
        busy = stay;
        tell(counts);
    }

    private void tell(Map<Containment, int[]> counts) {
        if (counts.isEmpty() && counted.isEmpty()) {
            return;
        }
        counts.forEach((containment, count) -> containment.counted(count[0], count[1]));
        counted.removeAll(counts.keySet());
        counted.forEach(containment -> containment.counted(0, 0));
        counted = new HashSet<>(counts.keySet());
    }

    @Override
    public void close() {
        lookout.close();
    }
}
