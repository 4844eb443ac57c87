package io.convene.bench;

import io.convene.bench.load.Wrk;
import io.convene.bench.process.Configurations;
import io.convene.bench.process.Site;
import io.convene.bench.process.Tool;

import java.io.PrintStream;
import java.util.Optional;

/**
 * What every section works with.
 *
 * @param options what was asked for
 * @param site where it takes place
 * @param report where results go
 * @param err where progress is told
 */
record Bench(Options options, Site site, Report report, PrintStream err) {
    /** The load generator, if it is installed. */
    Optional<Wrk> wrk() {
        return Tool.WRK
                .find()
                .map(wrk ->
                        new Wrk(wrk, site.home().resolve("wrk/report.lua"), Configurations.TOKEN));
    }

    /** Tells what is going on. */
    void progress(String what) {
        err.println("bench: " + what);
    }
}
