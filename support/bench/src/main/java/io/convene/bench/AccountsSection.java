package io.convene.bench;

import io.convene.bench.load.FirstAnswer;
import io.convene.bench.process.ColdStart;
import io.convene.bench.process.Configurations;
import io.convene.bench.process.Customers;
import io.convene.bench.process.Memory;
import io.convene.bench.process.VendorPage;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The start, the memory and the cost of a request, by number of accounts. */
final class AccountsSection implements Section {
    private static final VendorPage PAGE = new VendorPage("ashby", 100);
    private static final int FEW = 4;
    private static final int SOME = 1_000;
    private static final int MANY = 10_000;
    private static final List<Integer> COUNTS = List.of(FEW, SOME, MANY);
    private static final Duration SETTLED = Duration.ofSeconds(8);
    private static final double KILOBYTES = 1024;
    private static final double THOUSAND = 1000;

    /**
     * What one process showed.
     *
     * @param live milliseconds until {@code /health/live} answered
     * @param page milliseconds until the first page
     * @param served MiB after it
     * @param idle MiB of another process, which was asked for nothing for some seconds
     */
    private record MeasuredStart(double live, double page, double served, double idle) {}

    private final Map<Integer, List<MeasuredStart>> starts = new LinkedHashMap<>();

    @Override
    public void run(Bench bench) {
        starts.clear();
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
        bench.report().add("Start with many accounts", table() + "\n" + judgement());
        LookupCost cost = LookupCost.measure(bench, FEW, MANY);
        bench.report().add("The cost of a request with many accounts", cost.text());
    }

    private static MeasuredStart measure(Bench bench, int accounts) {
        Customers customers = Customers.total(accounts);
        double idle = idle(bench, customers);
        try (ColdStart start = ColdStart.of(bench.site(), "", customers)) {
            double live = live(start);
            double page =
                    FirstAnswer.await(
                            URI.create(start.address() + PAGE.request()),
                            Configurations.TOKEN,
                            start.begun(),
                            "\"result_count\":" + PAGE.size() + "}");
            return new MeasuredStart(live, page, Memory.resident(start.process()), idle);
        }
    }

    private static double idle(Bench bench, Customers customers) {
        try (ColdStart start = ColdStart.of(bench.site(), "", customers)) {
            live(start);
            Bench.pause(SETTLED);
            return Memory.resident(start.process());
        }
    }

    private static double live(ColdStart start) {
        URI health = URI.create(start.address() + "/health/live");
        return FirstAnswer.await(health, Configurations.TOKEN, start.begun(), "UP");
    }

    private String table() {
        ReportTable table =
                new ReportTable(
                        "accounts",
                        "ms to /health/live",
                        "ms to the first page",
                        "MiB idle",
                        "MiB after the page");
        for (int accounts : COUNTS) {
            table.add(
                    Integer.toString(accounts),
                    spread(accounts, MeasuredStart::live).text("%.0f"),
                    spread(accounts, MeasuredStart::page).text("%.0f"),
                    spread(accounts, MeasuredStart::idle).text("%.0f"),
                    spread(accounts, MeasuredStart::served).text("%.0f"));
        }
        return table.toString();
    }

    private String judgement() {
        return String.join(
                "\n",
                new Goal("Longer with 1000 accounts", "%.2f s", 0.2, 0.2, false)
                        .judge(more(SOME, start -> start.page() / THOUSAND)),
                new Goal("Longer with 10000 accounts", "%.2f s", 3, 3, false)
                        .judge(more(MANY, start -> start.page() / THOUSAND)),
                new Goal("Idle with 4 accounts", "%.0f MiB", 90, 90, false)
                        .judge(spread(FEW, MeasuredStart::idle)),
                new Goal("Idle with 1000 accounts", "%.0f MiB", 110, 110, false)
                        .judge(spread(SOME, MeasuredStart::idle)),
                new Goal("More for each of 10000 accounts", "%.1f KiB", 20, 20, false)
                        .judge(more(MANY, start -> start.idle() * KILOBYTES / (MANY - FEW))));
    }

    /** The distance from few accounts, round by round. */
    private Spread more(int accounts, ToDoubleFunction<MeasuredStart> number) {
        List<Double> few = values(FEW, number);
        List<Double> many = values(accounts, number);
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < few.size(); i++) {
            differences.add(many.get(i) - few.get(i));
        }
        return Spread.of(differences);
    }

    private Spread spread(int accounts, ToDoubleFunction<MeasuredStart> number) {
        return Spread.of(values(accounts, number));
    }

    private List<Double> values(int accounts, ToDoubleFunction<MeasuredStart> number) {
        return starts.getOrDefault(accounts, List.of()).stream()
                .map(number::applyAsDouble)
                .toList();
    }
}
