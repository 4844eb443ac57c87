package io.convene.bench;

import io.convene.bench.jmh.PageState;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.util.Collection;

/** The steps of a page inside the process, by JMH. */
final class InProcessSection implements Section {
    private static final String TITLE = "In process, one thread: µs for a page of 100";

    @Override
    public void run(Bench bench) {
        boolean quick = bench.options().quick();
        bench.progress("running JMH");
        OptionsBuilder jmh = new OptionsBuilder();
        jmh.include("io\\.convene\\..*")
                .forks(quick ? 1 : 5)
                .warmupIterations(quick ? 2 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgsAppend(
                        "--sun-misc-unsafe-memory-access=allow",
                        "-D"
                                + PageState.BUNDLES
                                + "="
                                + bench.site().distribution().resolve("providers"));
        try {
            bench.report().add(TITLE, table(new Runner(jmh.build()).run()));
        } catch (RunnerException e) {
            throw new BenchException("JMH failed: " + e.getMessage());
        }
    }

    private static String table(Collection<RunResult> results) {
        ReportTable table = new ReportTable("step", "page", "µs", "± (99.9 %)");
        for (RunResult run : results) {
            Result<?> result = run.getPrimaryResult();
            table.add(
                    result.getLabel(),
                    run.getParams().getParam("vendor"),
                    Spread.number("%.0f", result.getScore()),
                    Double.isNaN(result.getScoreError())
                            ? "too few runs"
                            : Spread.number("%.0f", result.getScoreError()));
        }
        return table.toString();
    }
}
