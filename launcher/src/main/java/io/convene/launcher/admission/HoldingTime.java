package io.convene.launcher.admission;

/** How long requests hold their places, the last ones counting most. Not thread-safe. */
final class HoldingTime {
    private static final int WEIGHT = 16;

    private long meanNanos;

    /** A request held its place that long. */
    void add(long nanos) {
        meanNanos += (nanos - meanNanos) / WEIGHT;
    }

    /** The mean, in nanoseconds; 0 before the first. */
    long mean() {
        return meanNanos;
    }
}
