package io.convene.launcher.admission;

import java.util.NavigableSet;
import java.util.TreeSet;

/** Requests that wait, the next one first. Guarded by the lock of its admission. */
final class Line {
    private final NavigableSet<Waiter> waiters = new TreeSet<>(Waiter.ORDER);

    void add(Waiter waiter) {
        waiters.add(waiter);
    }

    void remove(Waiter waiter) {
        waiters.remove(waiter);
    }

    /**
     * The next one, which stays.
     *
     * @throws java.util.NoSuchElementException when nobody waits
     */
    Waiter first() {
        return waiters.first();
    }

    boolean isEmpty() {
        return waiters.isEmpty();
    }

    int size() {
        return waiters.size();
    }
}
