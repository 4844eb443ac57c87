package io.convene.bench;

import static io.convene.bench.process.Contender.CONVENE;
import static io.convene.bench.process.Contender.NODE_2;
import static io.convene.bench.process.Contender.PROXY;

import io.convene.bench.load.Load;
import io.convene.bench.load.OpenLoop;
import io.convene.bench.process.Configurations;
import io.convene.bench.process.Crew;
import io.convene.bench.process.VendorPage;
import io.convene.bench.process.Wiring;
import io.convene.bench.upstream.Credentials;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The latency that a server adds to a call of the vendor, at a low rate. */
final class LatencySection implements Section {
    private static final String TITLE = "Latency at 50 requests a second, Ashby page of 100";
    private static final String DIRECT = "the vendor itself";
    private static final int RATE = 50;
    private static final int WARM_UP_RATE = 400;
    private static final VendorPage PAGE = new VendorPage("ashby", 100);

    @Override
    public void run(Bench bench) {
        BenchOptions options = bench.options();
        // One of a hundred requests must be more than one or two.
        Duration duration = options.run().multipliedBy(options.quick() ? 2 : 4);
        try (Crew crew =
                Crew.start(bench.site(), options.of(PROXY, CONVENE, NODE_2), Wiring.PLAIN)) {
            // At the rate below compilers would not be done for minutes.
            bench.wrk()
                    .ifPresent(wrk ->
                            crew.rows()
                                    .forEach(row ->
                                            Rounds.warmUp(
                                                    bench, wrk, new Rounds.Target(row, PAGE))));
            Map<String, OpenLoop> loops = new LinkedHashMap<>();
            loops.put(DIRECT, direct(bench));
            crew.rows()
                    .forEach(row ->
                            loops.put(
                                    row.contender().label(),
                                    OpenLoop.get(row.url(PAGE), Configurations.TOKEN)));
            loops.forEach((name, loop) -> {
                bench.progress("warming up " + name);
                loop.run(WARM_UP_RATE, options.warmUp().multipliedBy(2));
            });
            Map<String, List<Load>> loads = new LinkedHashMap<>();
            for (int round = 1; round <= options.rounds(); round++) {
                for (Map.Entry<String, OpenLoop> loop : loops.entrySet()) {
                    bench.progress(
                            "round %d of %d: %s".formatted(round, options.rounds(), loop.getKey()));
                    loads.computeIfAbsent(loop.getKey(), none -> new ArrayList<>())
                            .add(loop.getValue().run(RATE, duration));
                }
            }
            report(bench, loads);
        }
    }

    private static OpenLoop direct(Bench bench) {
        URI url =
                URI.create(bench.site().upstream(false) + PAGE.path() + "/interviewSchedule.list");
        return OpenLoop.post(url, Credentials.ASHBY, "{\"limit\":100}");
    }

    private static void report(Bench bench, Map<String, List<Load>> loads) {
        ReportTable table = new ReportTable("", "p50 ms", "p99 ms", "added p50 ms", "added p99 ms");
        loads.forEach((name, own) ->
                table.add(
                        name,
                        Spread.of(own.stream().map(Load::p50).toList()).text("%.2f"),
                        Spread.of(own.stream().map(Load::p99).toList()).text("%.2f"),
                        added(loads, name, Load::p50).text("%.2f"),
                        added(loads, name, Load::p99).text("%.2f")));
        List<String> judged = new ArrayList<>();
        if (loads.containsKey(CONVENE.label())) {
            judged.add(
                    Goal.milliseconds("Convene adds at the median", 1)
                            .judge(added(loads, CONVENE.label(), Load::p50)));
            judged.add(
                    Goal.milliseconds("Convene adds at p99", 5)
                            .judge(added(loads, CONVENE.label(), Load::p99)));
        }
        bench.report().add(TITLE, table + "\n" + String.join("\n", judged));
    }

    /** A quantile's distance from the vendor's own in the same round. */
    private static Spread added(
            Map<String, List<Load>> loads, String name, ToDoubleFunction<Load> quantile) {
        List<Load> own = loads.getOrDefault(name, List.of());
        List<Load> direct = loads.getOrDefault(DIRECT, List.of());
        List<Double> added = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            added.add(quantile.applyAsDouble(own.get(i)) - quantile.applyAsDouble(direct.get(i)));
        }
        return Spread.of(added);
    }
}
