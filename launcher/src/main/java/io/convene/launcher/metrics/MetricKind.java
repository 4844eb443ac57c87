package io.convene.launcher.metrics;

/** What a metric's numbers mean. */
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
