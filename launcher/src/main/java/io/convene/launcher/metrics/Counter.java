package io.convene.launcher.metrics;

import java.util.concurrent.atomic.LongAdder;

/** A number that only grows. Thread-safe, takes no lock and allocates nothing. */
public final class Counter {
    private final LongAdder sum = new LongAdder();

    Counter() {}

    /** Counts one. */
    public void increment() {
        sum.increment();
    }

    /** Counts so many, none or more. */
    public void add(long many) {
        sum.add(many);
    }

    /** The count so far. */
    public long value() {
        return sum.sum();
    }
}
