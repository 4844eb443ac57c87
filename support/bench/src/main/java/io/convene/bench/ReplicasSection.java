package io.convene.bench;

import io.convene.bench.crowd.Crowd;
import io.convene.bench.crowd.Pace;
import io.convene.bench.crowd.Tally;
import io.convene.bench.process.CpuTime;
import io.convene.bench.process.Crew;
import io.convene.bench.process.Customers;
import io.convene.bench.process.Memory;
import io.convene.bench.process.Row;
import io.convene.bench.process.VendorPage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A thousand requests a second for ten thousand accounts, of one replica and of two. */
final class ReplicasSection implements Section {
    private static final int ACCOUNTS = 10_000;
    private static final int VENDOR = 500;
    private static final int CALLERS = 2_000;
    private static final int MOST_ROUNDS = 3;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Customers CUSTOMERS = Customers.of(ACCOUNTS, VendorPage.slow(20, VENDOR));

    /** One round of a number of replicas, and the most MiB that one of them had resident. */
    private record Round(Tally tally, CpuTime spent, double seconds, double resident) {
        double cpu() {
            return spent.total() / tally.served();
        }

        double cores() {
            return spent.total() / SECOND.toMillis() / seconds;
        }

        double failures() {
            return tally.total() - tally.served();
        }

        double added() {
            return tally.quantile(0.5) - VENDOR;
        }
    }

    private final Map<String, List<Round>> rounds = new LinkedHashMap<>();

    @Override
    public void run(Bench bench) {
        rounds.clear();
        BenchOptions options = bench.options();
        int rate = options.quick() ? 100 : 1_000;
        Duration time = options.quick() ? options.run() : options.run().multipliedBy(3);
        try (Crew crew =
                Crew.ofConvene(
                        bench.site(),
                        List.of(ReplicaChecks.OPTIONS, ReplicaChecks.OPTIONS),
                        CUSTOMERS)) {
            List<Row> both = crew.rows();
            String checked = ReplicaChecks.check(bench, both);
            both.forEach(row -> Requests.warmUp(row, options.warmUp()));
            int count = Math.min(MOST_ROUNDS, options.rounds());
            for (int round = 1; round <= count; round++) {
                for (List<Row> replicas : List.of(both.subList(0, 1), both)) {
                    Round done = load(replicas, rate, time);
                    bench.progress("round %d of %d: %s".formatted(round, count, done.tally()));
                    rounds.computeIfAbsent(name(replicas), none -> new ArrayList<>()).add(done);
                }
            }
            bench.report()
                    .add(
                            "Replicas: %d accounts, %d requests a second, the vendor takes %d ms"
                                    .formatted(ACCOUNTS, rate, VENDOR),
                            "%s\n%s\n%s".formatted(table(), judgement(), checked));
        }
    }

    private static String name(List<Row> replicas) {
        return replicas.size() == 1 ? "one replica" : "two replicas";
    }

    private static Round load(List<Row> replicas, int rate, Duration time) {
        try (Crowd callers =
                Crowd.connect(
                        replicas.stream().map(Row::address).toList(),
                        Requests.of(CUSTOMERS),
                        CALLERS)) {
            replicas.forEach(row -> Memory.forgetPeak(row.server()));
            CpuTime before = spent(replicas);
            Tally tally = callers.run(Pace.steady(rate, CALLERS, time));
            return new Round(
                    tally,
                    spent(replicas).since(before),
                    tally.served() / tally.perSecond(),
                    replicas.stream()
                            .mapToDouble(row -> Memory.peak(row.server()))
                            .max()
                            .orElse(Double.NaN));
        }
    }

    private static CpuTime spent(List<Row> replicas) {
        return CpuTime.of(replicas.stream().flatMap(row -> row.serving().stream()).toList());
    }

    private String table() {
        ReportTable table =
                new ReportTable(
                        "",
                        "CPU ms/request",
                        "cores",
                        "added p50 ms",
                        "p99 ms",
                        "failed",
                        "MiB peak of one");
        for (String name : rounds.keySet()) {
            table.add(
                    name,
                    spread(name, Round::cpu).text("%.3f"),
                    spread(name, Round::cores).text("%.2f"),
                    spread(name, Round::added).text("%.1f"),
                    spread(name, round -> round.tally().quantile(0.99)).text("%.0f"),
                    spread(name, Round::failures).text("%.0f"),
                    spread(name, Round::resident).text("%.0f"));
        }
        return table.toString();
    }

    private String judgement() {
        List<String> lines = new ArrayList<>();
        for (String name : rounds.keySet()) {
            lines.add(
                    Goal.none(name + ": requests that were not served")
                            .judge(spread(name, Round::failures)));
        }
        return String.join("\n", lines);
    }

    private Spread spread(String name, ToDoubleFunction<Round> number) {
        return Spread.of(
                rounds.getOrDefault(name, List.of()).stream().map(number::applyAsDouble).toList());
    }
}
