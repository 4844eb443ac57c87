package io.convene.bench;

import static io.convene.bench.process.Contender.CONVENE;
import static io.convene.bench.process.Contender.CONVENE_40;
import static io.convene.bench.process.Contender.PROXY;

import io.convene.bench.load.Wrk;
import io.convene.bench.process.Contender;
import io.convene.bench.process.Crew;
import io.convene.bench.process.Row;
import io.convene.bench.process.Tool;
import io.convene.bench.process.VendorPage;
import io.convene.bench.process.Wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cost of a page by its size, with few and with many bundles. */
final class SizeSection implements Section {
    private static final String TITLE = "CPU per request over the page's size: a + b·n";
    private static final List<Integer> SIZES = List.of(10, 100, 500);
    private static final double STRAIGHT = 0.15;

    @Override
    public void run(Bench bench) {
        Optional<Wrk> wrk = bench.wrk();
        if (wrk.isEmpty()) {
            bench.report().add(TITLE, "Not measured: " + Tool.WRK.remedy() + ".");
            return;
        }
        try (Crew crew =
                Crew.start(
                        bench.site(),
                        bench.options().of(PROXY, CONVENE, CONVENE_40),
                        Wiring.PLAIN)) {
            List<Rounds.Target> targets = new ArrayList<>();
            for (int size : SIZES) {
                VendorPage page = new VendorPage("ashby", size);
                SameAnswers.check(bench, crew.rows(), page);
                crew.rows().forEach(row -> targets.add(new Rounds.Target(row, page)));
            }
            Rounds rounds = Rounds.run(bench, wrk.get(), targets);
            Map<Contender, List<CostLine>> lines = new LinkedHashMap<>();
            crew.rows()
                    .forEach(row ->
                            lines.put(
                                    row.contender(), lines(rounds, row, bench.options().rounds())));
            bench.report().add(TITLE, table(rounds, crew.rows(), lines) + "\n" + judgement(lines));
        }
    }

    private static List<CostLine> lines(Rounds rounds, Row row, int count) {
        List<CostLine> lines = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            Map<Integer, Double> costs = new HashMap<>();
            for (int size : SIZES) {
                costs.put(size, rounds.values(target(row, size), Sample::cpu).get(round));
            }
            lines.add(CostLine.through(costs));
        }
        return lines;
    }

    private static String table(
            Rounds rounds, List<Row> rows, Map<Contender, List<CostLine>> lines) {
        ReportTable table =
                new ReportTable(
                        "CPU ms/request",
                        "n = 10",
                        "n = 100",
                        "n = 500",
                        "a ms",
                        "b µs",
                        "bend of b");
        for (Row row : rows) {
            List<String> cells = new ArrayList<>();
            cells.add(row.contender().label());
            SIZES.forEach(
                    size -> cells.add(rounds.spread(target(row, size), Sample::cpu).text("%.3f")));
            List<CostLine> own = lines.getOrDefault(row.contender(), List.of());
            cells.add(Spread.of(own.stream().map(CostLine::a).toList()).text("%.3f"));
            cells.add(Spread.of(own.stream().map(line -> line.b() * 1000).toList()).text("%.2f"));
            cells.add(
                    Spread.of(own.stream().map(line -> line.bend() * 100).toList())
                            .text("%.0f %%"));
            table.add(cells.toArray(String[]::new));
        }
        return table.toString();
    }

    private static String judgement(Map<Contender, List<CostLine>> lines) {
        List<String> judged = new ArrayList<>();
        List<CostLine> convene = lines.getOrDefault(CONVENE, List.of());
        List<CostLine> proxy = lines.getOrDefault(PROXY, List.of());
        List<CostLine> many = lines.getOrDefault(CONVENE_40, List.of());
        if (!convene.isEmpty()) {
            judged.add(bend("How far b strays between sizes, of b", convene));
        }
        if (!many.isEmpty()) {
            judged.add(bend("The same with ten times the bundles", many));
        }
        if (!convene.isEmpty() && !proxy.isEmpty()) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < convene.size(); i++) {
                ratios.add(convene.get(i).a() / proxy.get(i).a());
            }
            judged.add(
                    Goal.atMost("Convene's a over the byte proxy's", 1.5, 1.5)
                            .judge(Spread.of(ratios)));
        }
        if (!convene.isEmpty() && !many.isEmpty()) {
            List<Double> changes = new ArrayList<>();
            for (int i = 0; i < convene.size(); i++) {
                changes.add(Math.abs(many.get(i).b() / convene.get(i).b() - 1));
            }
            judged.add(
                    new Goal(
                                    "How far ten times the bundles move b, of b",
                                    "%.2f",
                                    STRAIGHT,
                                    STRAIGHT,
                                    false)
                            .judge(Spread.of(changes)));
        }
        return String.join("\n", judged);
    }

    private static String bend(String text, List<CostLine> lines) {
        return new Goal(text, "%.2f", STRAIGHT, STRAIGHT, false)
                .judge(Spread.of(lines.stream().map(CostLine::bend).toList()));
    }

    private static Rounds.Target target(Row row, int size) {
        return new Rounds.Target(row, new VendorPage("ashby", size));
    }
}
