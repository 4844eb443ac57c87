package io.convene.bench;

import io.convene.bench.load.Wrk;
import io.convene.bench.process.Crew;
import io.convene.bench.process.Memory;
import io.convene.bench.process.Tool;
import io.convene.bench.process.VendorPage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares collectors and heaps, to choose the distribution's. Not part of the results. */
final class HeapSection implements Section {
    private static final String TITLE = "Collector and heap, Ashby page of 100";
    private static final VendorPage PAGE = new VendorPage("ashby", 100);
    private static final List<String> HEAPS = List.of("-Xmx128m", "-Xmx256m", "-Xmx512m");

    /** The choices compared by default, separated by commas. */
    static final String CHOICES =
            Stream.of("-XX:+UseSerialGC", "-XX:+UseParallelGC", "-XX:+UseG1GC")
                    .flatMap(collector -> HEAPS.stream().map(heap -> collector + " " + heap))
                    .collect(Collectors.joining(","));

    @Override
    public void run(Bench bench) {
        Optional<Wrk> wrk = bench.wrk();
        if (wrk.isEmpty()) {
            bench.report().add(TITLE, "Not measured: " + Tool.WRK.remedy() + ".");
            return;
        }
        try (Crew crew = Crew.ofConvene(bench.site(), bench.options().heaps())) {
            Rounds rounds =
                    Rounds.run(
                            bench,
                            wrk.get(),
                            crew.rows().stream().map(row -> new Rounds.Target(row, PAGE)).toList());
            ReportTable table =
                    new ReportTable(
                            "", "req/s", "CPU ms/request", "p50 ms", "p99 ms", "MiB resident");
            for (Rounds.Target target : rounds.targets()) {
                table.add(
                        target.row().label(),
                        rounds.spread(target, Sample::perSecond).text("%.0f"),
                        rounds.spread(target, Sample::cpu).text("%.3f"),
                        rounds.spread(target, Sample::p50).text("%.2f"),
                        rounds.spread(target, Sample::p99).text("%.1f"),
                        Spread.number("%.0f", Memory.resident(target.row().server())));
            }
            bench.report().add(TITLE, table.toString());
        }
    }
}
