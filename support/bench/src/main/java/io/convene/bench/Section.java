package io.convene.bench;

/** One table of the results, with all it takes to measure it. */
@FunctionalInterface
interface Section {
    /** Starts its servers, measures, reports, and stops the servers. */
    void run(Bench bench);
}
