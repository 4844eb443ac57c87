package io.convene.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Thousands of requests at once for pages of a vendor that takes seconds. */
final class WaitingSection implements Section {
    private static final String USUAL = "";
    private static final List<String> HEAPS = List.of(USUAL, "-Xmx512m", "-Xmx256m");
    private static final double THOUSAND = 1000;

    @Override
    public void run(Bench bench) {
        boolean quick = bench.options().quick();
        Duration vendor = Duration.ofSeconds(quick ? 1 : 5);
        int waves = quick ? 2 : 3;
        Map<String, WaitingRun> runs = new LinkedHashMap<>();
        for (String heap : HEAPS) {
            runs.put(heap, WaitingRun.of(bench, heap, waves, vendor));
        }
        List<String> judged = new ArrayList<>();
        runs.forEach((heap, run) -> judged.addAll(judgement(heap, run)));
        bench.report()
                .add(
                        "%d requests at once, the vendor takes %d s"
                                .formatted(bench.options().callers(), vendor.toSeconds()),
                        table(runs) + "\n" + String.join("\n", judged));
    }

    private static String table(Map<String, WaitingRun> runs) {
        ReportTable table =
                new ReportTable(
                        "heap",
                        "wave",
                        "200",
                        "503",
                        "failed",
                        "p50 s",
                        "p99 s",
                        "MiB idle",
                        "MiB peak",
                        "KiB/request",
                        "KiB live");
        runs.forEach((heap, run) -> {
            for (int i = 0; i < run.waves().size(); i++) {
                WaitingRun.Wave wave = run.waves().get(i);
                table.add(
                        name(heap),
                        Integer.toString(i + 1),
                        Integer.toString(wave.tally().served()),
                        Integer.toString(wave.tally().refused()),
                        Integer.toString(wave.tally().failed()),
                        Spread.number("%.2f", seconds(wave, 0.5)),
                        Spread.number("%.2f", seconds(wave, 0.99)),
                        Spread.number("%.0f", run.idle()),
                        Spread.number("%.0f", wave.peak()),
                        Spread.number("%.0f", run.kilobytes(wave)),
                        Spread.number("%.1f", run.live()));
            }
        });
        return table.toString();
    }

    private static List<String> judgement(String heap, WaitingRun run) {
        String name = name(heap) + " heap: ";
        List<String> lines = new ArrayList<>();
        run.lastWords()
                .ifPresent(
                        line -> lines.add("- %s**the process ended**: %s".formatted(name, line)));
        lines.add(
                Goal.none(name + "requests neither served nor refused as documented")
                        .judge(Spread.of(List.of(run.failed()))));
        if (!heap.equals(USUAL)) {
            return lines;
        }
        lines.add(Goal.none(name + "requests refused").judge(Spread.of(List.of(run.refused()))));
        lines.add(
                new Goal(name + "p99", "%.2f s", 6, 6, false)
                        .judge(spread(run, wave -> seconds(wave, 0.99))));
        lines.add(
                new Goal(name + "peak resident memory", "%.0f MiB", 512, 512, false)
                        .judge(spread(run, WaitingRun.Wave::peak)));
        lines.add(
                new Goal(name + "memory for a waiting request", "%.0f KiB", 64, 64, false)
                        .judge(spread(run, run::kilobytes)));
        return lines;
    }

    private static Spread spread(WaitingRun run, ToDoubleFunction<WaitingRun.Wave> number) {
        return Spread.of(run.waves().stream().map(number::applyAsDouble).toList());
    }

    private static double seconds(WaitingRun.Wave wave, double part) {
        return wave.tally().quantile(part) / THOUSAND;
    }

    private static String name(String heap) {
        return heap.equals(USUAL) ? "default" : heap;
    }
}
