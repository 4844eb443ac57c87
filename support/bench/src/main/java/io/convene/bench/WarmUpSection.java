package io.convene.bench;

import io.convene.bench.load.Wrk;
import io.convene.bench.process.Tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A new process under load: its throughput and its cost, second by second. */
final class WarmUpSection implements Section {
    private static final List<Integer> MARKS = List.of(0, 5, 10, 20, 30, 45, 60, 80, 100, 120);
    private static final int MOST_ROUNDS = 2;
    private static final double THOUSAND = 1000;

    @Override
    public void run(Bench bench) {
        boolean quick = bench.options().quick();
        int seconds = quick ? 10 : 120;
        String title = "The first %d seconds under load, Ashby page of 100".formatted(seconds);
        Optional<Wrk> wrk = bench.wrk();
        if (wrk.isEmpty()) {
            bench.report().add(title, "Not measured: " + Tool.WRK.remedy() + ".");
            return;
        }
        List<WarmUpRun> runs = new ArrayList<>();
        int rounds = Math.min(MOST_ROUNDS, bench.options().rounds());
        for (int round = 1; round <= rounds; round++) {
            bench.progress("round %d of %d".formatted(round, rounds));
            runs.add(WarmUpRun.of(bench, wrk.get(), seconds));
        }
        Steadiness rule = quick ? new Steadiness(2, 4, 0.1) : Steadiness.USUAL;
        bench.report().add(title, table(runs, seconds) + "\n" + judgement(runs, rule));
    }

    private static String table(List<WarmUpRun> runs, int seconds) {
        ReportTable table =
                new ReportTable("seconds", "req/s", "CPU ms/request", "compilers, ms/s");
        for (int i = 1; i < MARKS.size() && MARKS.get(i) <= seconds; i++) {
            int from = MARKS.get(i - 1);
            int to = MARKS.get(i);
            table.add(
                    from + "–" + to,
                    mean(runs, WarmUpRun::rates, from, to).text("%.0f"),
                    mean(runs, WarmUpRun::cpu, from, to).text("%.3f"),
                    mean(runs, WarmUpRun::compilers, from, to).text("%.0f"));
        }
        return table.toString();
    }

    private static String judgement(List<WarmUpRun> runs, Steadiness rule) {
        return String.join(
                "\n",
                new Goal("Throughput is steady after", "%.0f s", 30, 30, false)
                        .judge(spread(runs, run -> rule.since(run.rates()))),
                new Goal("CPU per request is steady after", "%.0f s", 30, 30, false)
                        .judge(spread(runs, run -> rule.since(run.cpu()))),
                "- CPU time in compilers meanwhile: "
                        + spread(
                                        runs,
                                        run ->
                                                run.compilers().stream()
                                                                .mapToDouble(Double::doubleValue)
                                                                .sum()
                                                        / THOUSAND)
                                .text("%.1f s"));
    }

    private static Spread mean(
            List<WarmUpRun> runs, Function<WarmUpRun, List<Double>> numbers, int from, int to) {
        return spread(
                runs,
                run ->
                        numbers.apply(run).subList(from, to).stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElse(Double.NaN));
    }

    private static Spread spread(List<WarmUpRun> runs, ToDoubleFunction<WarmUpRun> number) {
        return Spread.of(runs.stream().map(number::applyAsDouble).toList());
    }
}
