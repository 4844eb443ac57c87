package io.convene.testkit.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work on a daemon thread of its own, waited for no longer than a limit. Nothing ends a thread that
 * spins: it is abandoned, and does not keep the JVM alive.
 *
 * @param result its result, nothing when the time ran out
 * @param thread where it runs, or ran
 */
record TimedRun<T>(Optional<T> result, Thread thread) {
    /**
     * Does the work.
     *
     * @throws IllegalStateException when the work throws, or this thread is interrupted
     */
    static <T> TimedRun<T> run(String name, Duration limit, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "convene-kit: " + name);
        thread.setDaemon(true);
        thread.start();
        try {
            return new TimedRun<>(
                    Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS)), thread);
        } catch (TimeoutException e) {
            return new TimedRun<>(Optional.empty(), thread);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The examination was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The examination failed: " + e.getCause(), e);
        }
    }
}
