package io.convene.bench;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Three times as many callers as the server admits, with a slow vendor and with a fast one. */
final class OverloadSection implements Section {
    /** A vendor, and callers that come again so long after a refusal. */
    private record Case(String name, Duration vendor, Duration pause) {}

    private static final Duration IMPATIENT = Duration.ofMillis(100);

    /** What Retry-After says here. */
    private static final Duration AS_TOLD = Duration.ofSeconds(1);

    private static final List<Case> CASES =
            List.of(
                    new Case("vendor takes 2 s", Duration.ofSeconds(2), IMPATIENT),
                    new Case("vendor answers at once", Duration.ofMillis(1), IMPATIENT),
                    new Case("the same, callers obey Retry-After", Duration.ofMillis(1), AS_TOLD));
    private static final double DEADLINE = 25;
    private static final double THOUSAND = 1000;
    private static final double HUNDRED = 100;

    @Override
    public void run(Bench bench) {
        int limit = bench.options().quick() ? 50 : 500;
        List<String> judged = new ArrayList<>();
        Map<String, OverloadRun> runs = new LinkedHashMap<>();
        for (Case it : CASES) {
            bench.progress(it.name());
            try {
                runs.put(it.name(), OverloadRun.of(bench, limit, it.vendor(), it.pause()));
            } catch (BenchException | UncheckedIOException e) {
                judged.add("- %s: **not borne**: %s".formatted(it.name(), e.getMessage()));
            }
        }
        runs.forEach((name, run) -> judged.addAll(judgement(name, run)));
        bench.report()
                .add(
                        "Overload: %d admitted, %d callers for %d s"
                                .formatted(
                                        limit, 3 * limit, bench.options().overload().toSeconds()),
                        table(runs) + "\n" + String.join("\n", judged));
    }

    private static String table(Map<String, OverloadRun> runs) {
        ReportTable table =
                new ReportTable(
                        "",
                        "peak 200/s",
                        "200/s",
                        "refused",
                        "failed",
                        "p50 s",
                        "p99 s",
                        "CPU ms/200",
                        "health p50 ms",
                        "p99 ms",
                        "MiB in quarters");
        runs.forEach((name, run) ->
                table.add(
                        name,
                        Spread.number("%.0f", run.peak()),
                        Spread.number("%.0f", run.during().tally().perSecond()),
                        Spread.number("%.0f %%", HUNDRED * run.during().refusals()),
                        Integer.toString(run.during().tally().failed()),
                        Spread.number("%.2f", run.during().tally().quantile(0.5) / THOUSAND),
                        Spread.number("%.2f", run.during().tally().quantile(0.99) / THOUSAND),
                        Spread.number("%.2f", run.during().cpu()),
                        Spread.number("%.1f", run.during().health().p50()),
                        Spread.number("%.1f", run.during().health().p99()),
                        String.join(
                                ", ",
                                run.during().resident().medians().stream()
                                        .map(median -> Spread.number("%.0f", median))
                                        .toList())));
        return table.toString();
    }

    private static List<String> judgement(String name, OverloadRun run) {
        return List.of(
                one(
                        new Goal(name + ": goodput over the peak", "%.2f", 0.9, 0.9, true),
                        run.goodput()),
                one(
                        Goal.none(name + ": requests neither served nor refused as documented"),
                        run.during().tally().failed()),
                one(
                        new Goal(
                                name + ": p99 of served requests",
                                "%.2f s",
                                DEADLINE,
                                DEADLINE,
                                false),
                        run.during().tally().quantile(0.99) / THOUSAND),
                one(
                        Goal.milliseconds(name + ": p99 of /health/live", 50),
                        run.during().health().p99()),
                one(
                        new Goal(
                                name
                                        + ": growth of resident memory from the second quarter to the last",
                                "%.3f",
                                0.05,
                                0.05,
                                false),
                        run.during().resident().growth()));
    }

    private static String one(Goal goal, double value) {
        return goal.judge(Spread.of(List.of(value)));
    }
}
