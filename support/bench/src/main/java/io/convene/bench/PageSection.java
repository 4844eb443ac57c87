package io.convene.bench;

import static io.convene.bench.process.Contender.CONVENE;
import static io.convene.bench.process.Contender.JAVALIN;
import static io.convene.bench.process.Contender.NGINX;
import static io.convene.bench.process.Contender.NODE_1;
import static io.convene.bench.process.Contender.NODE_2;
import static io.convene.bench.process.Contender.PROXY;

import io.convene.bench.load.Wrk;
import io.convene.bench.process.Contender;
import io.convene.bench.process.Crew;
import io.convene.bench.process.Tool;
import io.convene.bench.process.VendorPage;
import io.convene.bench.process.Wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One page, as fast as each server can.
 *
 * @param title the heading of the table
 * @param page the page
 * @param wiring the connections that use TLS
 */
record PageSection(String title, VendorPage page, Wiring wiring) implements Section {
    @Override
    public void run(Bench bench) {
        Optional<Wrk> wrk = bench.wrk();
        if (wrk.isEmpty()) {
            bench.report().add(title, "Not measured: " + Tool.WRK.remedy() + ".");
            return;
        }
        List<Contender> asked = bench.options().of(NGINX, PROXY, CONVENE, JAVALIN, NODE_1, NODE_2);
        // nginx cannot join the answers of several calls.
        List<Contender> able =
                asked.stream()
                        .filter(one -> one != NGINX || page.integration().equals("ashby"))
                        .toList();
        try (Crew crew = Crew.start(bench.site(), able, wiring)) {
            SameAnswers.check(bench, crew.rows(), page);
            Rounds rounds =
                    Rounds.run(
                            bench,
                            wrk.get(),
                            crew.rows().stream().map(row -> new Rounds.Target(row, page)).toList());
            bench.report().add(title, table(rounds) + "\n" + judgement(rounds) + missing(able));
        }
    }

    private static String table(Rounds rounds) {
        ReportTable table =
                new ReportTable(
                        "", "req/s", "CPU ms/request", "kernel", "p50 ms", "p99 ms", "KB out");
        for (Rounds.Target target : rounds.targets()) {
            table.add(
                    target.row().contender().label(),
                    rounds.spread(target, Sample::perSecond).text("%.0f"),
                    rounds.spread(target, Sample::cpu).text("%.3f"),
                    Spread.number("%.0f %%", rounds.spread(target, Sample::kernelShare).median()),
                    rounds.spread(target, Sample::p50).text("%.2f"),
                    rounds.spread(target, Sample::p99).text("%.1f"),
                    Spread.number("%.0f", rounds.spread(target, Sample::kilobytes).median()));
        }
        return table.toString();
    }

    private static String judgement(Rounds rounds) {
        List<String> lines = new ArrayList<>();
        Optional<Rounds.Target> convene = find(rounds, CONVENE);
        for (Contender base : List.of(NODE_2, NODE_1, JAVALIN, NGINX)) {
            both(convene, find(rounds, base))
                    .ifPresent(pair -> {
                        Spread ratio = rounds.ratio(pair.get(0), pair.get(1), Sample::perSecond);
                        String text = "Convene's requests a second over those of " + base.label();
                        lines.add(
                                base == NODE_2
                                        ? Goal.atLeast(text, 3, 4).judge(ratio)
                                        : "- " + text + ": " + ratio.text("%.2fx"));
                    });
        }
        both(convene, find(rounds, NODE_2))
                .ifPresent(pair ->
                        lines.add(
                                Goal.atMost(
                                                "Convene's CPU per request over that of "
                                                        + NODE_2.label(),
                                                0.33,
                                                0.25)
                                        .judge(
                                                rounds.ratio(
                                                        pair.get(0), pair.get(1), Sample::cpu))));
        both(convene, find(rounds, PROXY))
                .ifPresent(pair ->
                        lines.add(
                                Goal.atMost(
                                                "Convene's CPU per request over the byte proxy's",
                                                2.5,
                                                2)
                                        .judge(
                                                rounds.ratio(
                                                        pair.get(0), pair.get(1), Sample::cpu))));
        return String.join("\n", lines) + "\n";
    }

    private static Optional<List<Rounds.Target>> both(
            Optional<Rounds.Target> one, Optional<Rounds.Target> other) {
        return one.flatMap(first -> other.map(second -> List.of(first, second)));
    }

    private static Optional<Rounds.Target> find(Rounds rounds, Contender contender) {
        return rounds.targets().stream()
                .filter(target -> target.row().contender() == contender)
                .findFirst();
    }

    private String missing(List<Contender> asked) {
        List<String> lines = new ArrayList<>();
        if ((asked.contains(NGINX) || wiring.toCallers()) && Tool.NGINX.find().isEmpty()) {
            lines.add("- left out: " + Tool.NGINX.remedy());
        }
        if ((asked.contains(NODE_1) || asked.contains(NODE_2)) && Tool.NODE.find().isEmpty()) {
            lines.add("- left out: " + Tool.NODE.remedy());
        }
        return String.join("\n", lines);
    }
}
