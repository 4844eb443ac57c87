package io.convene.bench;

import io.convene.bench.load.FirstAnswer;
import io.convene.bench.process.ColdStart;
import io.convene.bench.process.Configurations;
import io.convene.bench.process.VendorPage;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the start of the process to the first page, with the ahead-of-time cache and without. */
final class StartSection implements Section {
    private static final String TITLE = "Start: from the process to the first Ashby page of 100";
    private static final VendorPage PAGE = new VendorPage("ashby", 100);
    private static final String WITH = "-XX:AOTMode=on";
    private static final String WITHOUT = "-XX:AOTMode=off";

    @Override
    public void run(Bench bench) {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        // Once for the files to be in memory.
        List.of(WITH, WITHOUT).forEach(options -> measure(bench, options));
        for (int round = 1; round <= bench.options().rounds(); round++) {
            for (String options : List.of(WITH, WITHOUT)) {
                double time = measure(bench, options);
                bench.progress(
                        "round %d of %d: %s: %s ms"
                                .formatted(
                                        round,
                                        bench.options().rounds(),
                                        options,
                                        Spread.number("%.0f", time)));
                times.computeIfAbsent(options, none -> new ArrayList<>()).add(time);
            }
        }
        report(bench, times.getOrDefault(WITH, List.of()), times.getOrDefault(WITHOUT, List.of()));
    }

    private static double measure(Bench bench, String options) {
        try (ColdStart start = ColdStart.of(bench.site(), options)) {
            URI url = URI.create(start.address() + PAGE.request());
            return FirstAnswer.await(
                    url,
                    Configurations.TOKEN,
                    start.begun(),
                    "\"result_count\":" + PAGE.size() + "}");
        }
    }

    private static void report(Bench bench, List<Double> with, List<Double> without) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < with.size(); i++) {
            ratios.add(with.get(i) / without.get(i));
        }
        ReportTable table =
                new ReportTable("the same image", "ms to the first whole answer")
                        .add("with its cache (" + WITH + ")", Spread.of(with).text("%.0f"))
                        .add("without (" + WITHOUT + ")", Spread.of(without).text("%.0f"));
        Goal goal = Goal.atMost("The time with the cache over the time without", 0.65, 0.65);
        bench.report().add(TITLE, table + "\n" + goal.judge(Spread.of(ratios)));
    }
}
