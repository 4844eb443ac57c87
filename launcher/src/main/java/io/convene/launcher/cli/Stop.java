package io.convene.launcher.cli;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the signal to end the process, and lets it end only once everything is closed. A second
 * signal ends it at once.
 */
final class Stop {
    private static final Logger LOG = System.getLogger(Stop.class.getName());

    /** For closing where the JVM ends for another reason than a signal that is handled here. */
    private static final int CLOSE_SECONDS = 60;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    Stop() {
        // The exit codes are those of a process that the signal ends.
        Signals.on("TERM", () -> signalled("SIGTERM", 143));
        Signals.on("INT", () -> signalled("SIGINT", 130));
        Signals.on("HUP", () -> signalled("SIGHUP", 129));
        Runtime.getRuntime().addShutdownHook(new Thread(this::askAndWait, "convene-stop"));
    }

    /** Returns when the process was told to end, or this thread was interrupted. */
    void await() {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that everything is closed. */
    void done() {
        done.countDown();
    }

    private synchronized void signalled(String signal, int exitCode) {
        if (asked.getCount() == 0 || done.getCount() == 0) {
            LOG.log(Level.WARNING, signal + " a second time: ending at once");
            Runtime.getRuntime().halt(exitCode);
        }
        LOG.log(Level.INFO, signal + ": stopping; a second signal ends at once");
        asked.countDown();
    }

    private void askAndWait() {
        asked.countDown();
        try {
            done.await(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
