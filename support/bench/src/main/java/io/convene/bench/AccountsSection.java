package io.convene.bench;

import io.convene.bench.load.FirstAnswer;
import io.convene.bench.process.ColdStart;
import io.convene.bench.process.Configurations;
import io.convene.bench.process.Customers;
import io.convene.bench.process.Memory;
import io.convene.bench.process.VendorPage;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Time from the start of the process to its first page, and its memory then, by number of accounts.
 */
final class AccountsSection implements Section {
    private static final String TITLE = "Start with many accounts";
    private static final VendorPage PAGE = new VendorPage("ashby", 100);
    private static final int FEW = 4;
    private static final int MANY = 10_000;
    private static final List<Integer> COUNTS = List.of(FEW, 1_000, MANY);
    private static final double KILOBYTES = 1024;

    private record MeasuredStart(double milliseconds, double resident) {}

    @Override
    public void run(Bench bench) {
        Map<Integer, List<MeasuredStart>> starts = new LinkedHashMap<>();
        // Once for the files to be in memory.
        measure(bench, FEW);
        for (int round = 1; round <= bench.options().rounds(); round++) {
            for (int accounts : COUNTS) {
                MeasuredStart start = measure(bench, accounts);
                bench.progress(
                        "round %d of %d: %d accounts: %s"
                                .formatted(round, bench.options().rounds(), accounts, start));
                starts.computeIfAbsent(accounts, none -> new ArrayList<>()).add(start);
            }
        }
        report(bench, starts);
    }

    private static MeasuredStart measure(Bench bench, int accounts) {
        try (ColdStart start =
                ColdStart.of(
                        bench.site(), "", Customers.silent(accounts - Configurations.ACCOUNTS))) {
            double milliseconds =
                    FirstAnswer.await(
                            URI.create(start.address() + PAGE.request()),
                            Configurations.TOKEN,
                            start.begun(),
                            "\"result_count\":" + PAGE.size() + "}");
            return new MeasuredStart(milliseconds, Memory.resident(start.process()));
        }
    }

    private static void report(Bench bench, Map<Integer, List<MeasuredStart>> starts) {
        ReportTable table =
                new ReportTable("accounts", "ms to the first whole answer", "MiB resident then");
        starts.forEach((accounts, found) ->
                table.add(
                        Integer.toString(accounts),
                        Spread.of(found.stream().map(MeasuredStart::milliseconds).toList())
                                .text("%.0f"),
                        Spread.of(found.stream().map(MeasuredStart::resident).toList())
                                .text("%.0f")));
        List<MeasuredStart> few = starts.getOrDefault(FEW, List.of());
        List<MeasuredStart> many = starts.getOrDefault(MANY, List.of());
        List<Double> seconds = new ArrayList<>();
        List<Double> kilobytes = new ArrayList<>();
        for (int i = 0; i < few.size(); i++) {
            seconds.add((many.get(i).milliseconds() - few.get(i).milliseconds()) / 1_000);
            double more = many.get(i).resident() - few.get(i).resident();
            kilobytes.add(more * KILOBYTES / (MANY - FEW));
        }
        Goal time = new Goal("Longer with %d accounts".formatted(MANY), "%.2f s", 3, 3, false);
        Goal memory = new Goal("More for each account", "%.1f KB", 20, 20, false);
        bench.report()
                .add(
                        TITLE,
                        "%s\n%s\n%s"
                                .formatted(
                                        table,
                                        time.judge(Spread.of(seconds)),
                                        memory.judge(Spread.of(kilobytes))));
    }
}
