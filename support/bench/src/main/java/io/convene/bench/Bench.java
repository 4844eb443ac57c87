package io.convene.bench;

import io.convene.bench.load.Wrk;
import io.convene.bench.process.Configurations;
import io.convene.bench.process.Site;
import io.convene.bench.process.Tool;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * The objects that every section uses.
 *
 * @param options the options of the command line
 * @param site the folders, certificate and upstream
 * @param report collects the results
 * @param err receives the progress
 */
record Bench(BenchOptions options, Site site, Report report, PrintStream err) {
    /** The load generator, if it is installed. */
    Optional<Wrk> wrk() {
        return Tool.WRK
                .find()
                .map(wrk ->
                        new Wrk(wrk, site.home().resolve("wrk/report.lua"), Configurations.TOKEN));
    }

    /** Waits. */
    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
    }

    /** Reports progress. */
    void progress(String what) {
        err.println("bench: " + what);
    }
}
