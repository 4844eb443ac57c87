package io.convene.bench;

/** One table of the results, with all it takes to measure it. */
@FunctionalInterface
interface Section {
    /** Starts what it needs, measures, reports, and stops what it started. */
    void run(Bench bench);
}
