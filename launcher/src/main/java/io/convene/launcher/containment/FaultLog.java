package io.convene.launcher.containment;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Tells the log of one method's faults: the first few of each minute in full, and how many more
 * there were. Thread-safe.
 */
final class FaultLog {
    private static final Logger LOG = System.getLogger("io.convene.launcher.bundles");
    private static final int IN_FULL = 5;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private long begin = System.nanoTime();
    private int told;
    private long untold;

    /** A fault with that headline and those details. */
    void add(Level level, String headline, String details) {
        long before;
        synchronized (this) {
            long now = System.nanoTime();
            if (now - begin > MINUTE) {
                begin = now;
                told = 0;
            }
            if (told == IN_FULL) {
                untold++;
                return;
            }
            told++;
            before = untold;
            untold = 0;
        }
        String more =
                before == 0
                        ? ""
                        : " (%d more such faults before were not logged)".formatted(before);
        LOG.log(level, () -> headline + more + details);
    }
}
