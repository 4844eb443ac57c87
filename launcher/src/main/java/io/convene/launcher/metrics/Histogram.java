package io.convene.launcher.metrics;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many durations fell into which of a fixed set of ranges, from a millisecond to a minute.
 * Thread-safe, takes no lock and allocates nothing.
 */
public final class Histogram {
    private static final double NANOS = 1e9;
    private static final double[] SECONDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60
    };
    private static final long[] BOUNDS =
            Arrays.stream(SECONDS).mapToLong(bound -> Math.round(bound * NANOS)).toArray();

    private final LongAdder[] ranges = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram() {
        Arrays.setAll(ranges, range -> new LongAdder());
    }

    /** Counts one that began at that {@link System#nanoTime} and is over. */
    public void since(long start) {
        record(System.nanoTime() - start);
    }

    /** Counts one of so many nanoseconds. */
    public void record(long duration) {
        int range = 0;
        while (range < BOUNDS.length && duration > BOUNDS[range]) {
            range++;
        }
        ranges[range].increment();
        nanos.add(duration);
    }

    /** Adds Prometheus's buckets, each with all below it, then the sum and the count. */
    void addTo(Readings out, String... labels) {
        String[] values = Arrays.copyOf(labels, labels.length + 1);
        long count = 0;
        for (int i = 0; i < ranges.length; i++) {
            count += ranges[i].sum();
            values[labels.length] =
                    i < SECONDS.length ? TextFormat.number(SECONDS[i]) : TextFormat.INFINITE;
            out.addPart("_bucket", (double) count, values);
        }
        out.addPart("_sum", nanos.sum() / NANOS, labels);
        // Not a sum of its own: the last bucket and the count must be equal while others count.
        out.addPart("_count", (double) count, labels);
    }
}
