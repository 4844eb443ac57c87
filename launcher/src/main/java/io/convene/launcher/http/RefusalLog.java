package io.convene.launcher.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Logs requests that were refused before their route was known. A caller that sends many of them
 * must not fill the log: so many lines are written in a period, and then how many were left out.
 * Thread-safe.
 */
final class RefusalLog {
    private static final Logger LOG = System.getLogger(RefusalLog.class.getName());
    private static final int MOST = 10;
    private static final long PERIOD = Duration.ofSeconds(10).toNanos();

    private final Consumer<String> lines;

    // Guarded by this.
    private long begunNanos = System.nanoTime();
    private int refused;

    /** A log that writes to the system's. */
    RefusalLog() {
        this(line -> LOG.log(Level.INFO, line));
    }

    /** A log that writes to there. */
    RefusalLog(Consumer<String> lines) {
        this.lines = lines;
    }

    /**
     * Logs a refusal.
     *
     * @param sentence the mistake; must not quote the request
     */
    void refused(int status, String sentence) {
        int leftOut = 0;
        synchronized (this) {
            long now = System.nanoTime();
            if (now - begunNanos > PERIOD) {
                leftOut = Math.max(0, refused - MOST);
                begunNanos = now;
                refused = 0;
            }
            refused++;
            if (refused > MOST) {
                return;
            }
        }
        if (leftOut > 0) {
            lines.accept(
                    "%d more requests were refused before their route was known"
                            .formatted(leftOut));
        }
        lines.accept(
                "a request was refused with %d before its route was known: %s"
                        .formatted(status, sentence));
    }
}
