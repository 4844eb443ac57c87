package io.convene.bench;

import io.convene.bench.crowd.Crowd;
import io.convene.bench.crowd.Pace;
import io.convene.bench.crowd.Tally;
import io.convene.bench.process.CpuTime;
import io.convene.bench.process.Crew;
import io.convene.bench.process.Customers;
import io.convene.bench.process.Row;
import io.convene.bench.process.VendorPage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The cost of a request by number of accounts, all of which are asked in turn.
 *
 * @param fewAccounts how many few are
 * @param manyAccounts how many many are
 * @param few milliseconds of CPU time for a request in every round with few accounts
 * @param many with many
 */
record LookupCost(int fewAccounts, int manyAccounts, List<Double> few, List<Double> many) {
    private static final VendorPage PAGE = new VendorPage("ashby", 10);

    /** Loads two processes in turns. */
    static LookupCost measure(Bench bench, int fewAccounts, int manyAccounts) {
        BenchOptions options = bench.options();
        LookupCost cost =
                new LookupCost(fewAccounts, manyAccounts, new ArrayList<>(), new ArrayList<>());
        Customers few = Customers.of(fewAccounts, PAGE);
        Customers many = Customers.of(manyAccounts, PAGE);
        try (Crew fewCrew = Crew.ofConvene(bench.site(), List.of(""), few);
                Crew manyCrew = Crew.ofConvene(bench.site(), List.of(""), many)) {
            load(fewCrew, few, options.warmUp());
            load(manyCrew, many, options.warmUp());
            for (int round = 1; round <= options.rounds(); round++) {
                cost.few.add(load(fewCrew, few, options.run()));
                cost.many.add(load(manyCrew, many, options.run()));
                bench.progress(
                        "round %d of %d: %s ms CPU, %s with %d accounts"
                                .formatted(
                                        round,
                                        options.rounds(),
                                        Spread.number("%.3f", cost.few.getLast()),
                                        Spread.number("%.3f", cost.many.getLast()),
                                        manyAccounts));
            }
        }
        return cost;
    }

    private static double load(Crew crew, Customers customers, Duration time) {
        Row row = crew.rows().getFirst();
        try (Crowd callers = Crowd.connect(row.address(), Requests.of(customers), Requests.FEW)) {
            CpuTime before = CpuTime.of(row.serving());
            Tally tally = Requests.requireServed(row, callers.run(Pace.again(time)));
            return CpuTime.of(row.serving()).since(before).total() / tally.served();
        }
    }

    /** The table and the judgement. */
    String text() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < few.size(); i++) {
            ratios.add(many.get(i) / few.get(i));
        }
        ReportTable table =
                new ReportTable("accounts", "CPU ms/request")
                        .add(Integer.toString(fewAccounts), Spread.of(few).text("%.3f"))
                        .add(Integer.toString(manyAccounts), Spread.of(many).text("%.3f"));
        Goal goal =
                Goal.atMost(
                        "CPU per request with %d accounts over that with %d"
                                .formatted(manyAccounts, fewAccounts),
                        1.1,
                        1.05);
        return table + "\n" + goal.judge(Spread.of(ratios));
    }
}
