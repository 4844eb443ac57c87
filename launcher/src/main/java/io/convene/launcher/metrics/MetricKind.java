package io.convene.launcher.metrics;

/** The meaning of a metric's numbers. */
public enum MetricKind {
    /** They only grow. */
    COUNTER,
    /** They go up and down. */
    GAUGE,
    /** They are counts of ranges. */
    HISTOGRAM,
    /** They are a count and a sum. */
    SUMMARY
}
