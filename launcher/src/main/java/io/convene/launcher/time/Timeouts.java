package io.convene.launcher.time;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/**
 * Interrupts threads that wait beyond a deadline, a little late. One thread looks through all that
 * wait now and then: measured, a timed wait of each virtual thread wakes the scheduler's timer
 * thread twice and costs a tenth of a request. Thread-safe.
 */
public final class Timeouts implements AutoCloseable {
    private final Set<Watch> waiting = ConcurrentHashMap.newKeySet();
    private final PollingThread lookout;

    /**
     * Watches nothing yet.
     *
     * @param name of its thread
     * @param tick the time between two looks: no thread is interrupted later than that
     * @param quietTicks after so many looks at nothing its thread sleeps until there is something
     *     again
     */
    public Timeouts(String name, Duration tick, int quietTicks) {
        lookout =
                new PollingThread(
                        name,
                        tick,
                        quietTicks,
                        new PollingThread.Task(waiting::isEmpty, this::look));
    }

    /** A wait of the thread that began it; to be closed by that thread when it is over. */
    public final class Watch implements AutoCloseable {
        private final Thread thread = Thread.currentThread();
        private final Deadline deadline;
        private final BooleanSupplier endsEarly;

        // Made up here: measured, the JVM's own of a new object takes longer than all else of a
        // watch.
        private final int hash = ThreadLocalRandom.current().nextInt();

        // Guarded by this.
        private boolean overdue;
        private boolean done;

        private Watch(Deadline deadline, BooleanSupplier endsEarly) {
            this.deadline = deadline;
            this.endsEarly = endsEarly;
        }

        /** Whether the thread was interrupted because its time was over. */
        public synchronized boolean isOverdue() {
            return overdue;
        }

        private synchronized void look() {
            if (!done && !overdue && (deadline.isOver() || endsEarly.getAsBoolean())) {
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
                // Ours, and perhaps not noticed: it must not end the thread's next work.
                Thread.interrupted();
            }
        }
    }

    /** Watches the calling thread from now on. */
    public Watch watch(Deadline deadline) {
        return watch(deadline, () -> false);
    }

    /**
     * Watches the calling thread from now on.
     *
     * @param endsEarly whether its time is over before the deadline; asked at each look, by the
     *     thread that looks
     */
    public Watch watch(Deadline deadline, BooleanSupplier endsEarly) {
        Watch watch = new Watch(deadline, endsEarly);
        waiting.add(watch);
        lookout.wake();
        return watch;
    }

    private void look() {
        waiting.forEach(Watch::look);
    }

    @Override
    public void close() {
        lookout.close();
    }
}
