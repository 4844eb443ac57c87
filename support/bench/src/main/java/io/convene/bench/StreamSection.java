package io.convene.bench;

import io.convene.bench.process.Contender;
import io.convene.bench.process.Crew;
import io.convene.bench.process.Wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** A million interviews in one answer, and what the process holds of memory on the way. */
final class StreamSection implements Section {
    private static final String TITLE = "A million interviews in one answer, as lines";
    private static final String SMALL = "-Xmx64m";

    @Override
    public void run(Bench bench) {
        Map<String, Supplier<Crew>> crews = new LinkedHashMap<>();
        for (Contender contender : bench.options().of(Contender.PROXY, Contender.CONVENE)) {
            if (contender == Contender.CONVENE) {
                crews.put(contender.label(), () -> Crew.ofConvene(bench.site(), List.of(SMALL)));
            } else {
                crews.put(
                        contender.label(),
                        () -> Crew.start(bench.site(), List.of(contender), Wiring.PLAIN));
            }
        }
        Map<String, List<StreamRun>> runs = new LinkedHashMap<>();
        for (int round = 1; round <= bench.options().rounds(); round++) {
            for (Map.Entry<String, Supplier<Crew>> crew : crews.entrySet()) {
                StreamRun run = StreamRun.of(crew.getValue());
                bench.progress(
                        "round %d of %d: %s: %s interviews/s, MiB %s"
                                .formatted(
                                        round,
                                        bench.options().rounds(),
                                        crew.getKey(),
                                        Spread.number("%.0f", run.perSecond()),
                                        run.resident()));
                runs.computeIfAbsent(crew.getKey(), none -> new ArrayList<>()).add(run);
            }
        }
        bench.report().add(TITLE, table(runs) + "\n" + judgement(runs));
    }

    private static String table(Map<String, List<StreamRun>> runs) {
        Table table =
                new Table(
                        "",
                        "interviews/s",
                        "MB/s out",
                        "CPU µs/interview",
                        "MiB at 250k",
                        "500k",
                        "750k",
                        "1M");
        runs.forEach((label, own) -> {
            List<String> cells = new ArrayList<>();
            cells.add(label.equals(Contender.CONVENE.label()) ? label + ", " + SMALL : label);
            cells.add(spread(own, StreamRun::perSecond).text("%.0f"));
            cells.add(spread(own, StreamRun::megabytes).text("%.0f"));
            cells.add(spread(own, StreamRun::cpu).text("%.2f"));
            for (int i = 0; i < StreamRun.MARKS; i++) {
                int mark = i;
                cells.add(
                        own.getFirst().resident().isEmpty()
                                ? ""
                                : spread(own, run -> run.resident().get(mark)).text("%.0f"));
            }
            table.add(cells.toArray(String[]::new));
        });
        return table.toString();
    }

    private static String judgement(Map<String, List<StreamRun>> runs) {
        List<String> judged = new ArrayList<>();
        List<StreamRun> convene = runs.getOrDefault(Contender.CONVENE.label(), List.of());
        List<StreamRun> proxy = runs.getOrDefault(Contender.PROXY.label(), List.of());
        if (!convene.isEmpty()) {
            judged.add(
                    new Goal(
                                    "How much more is resident at one of the four marks than at"
                                            + " another",
                                    "%.3f",
                                    0.05,
                                    0.05,
                                    false)
                            .judge(spread(convene, StreamRun::drift)));
        }
        if (!convene.isEmpty() && !proxy.isEmpty()) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < convene.size(); i++) {
                ratios.add(convene.get(i).perSecond() / proxy.get(i).perSecond());
            }
            judged.add(
                    Goal.atLeast("Convene's interviews a second over the byte proxy's", 0.6, 0.6)
                            .judge(Spread.of(ratios)));
        }
        return String.join("\n", judged);
    }

    private static Spread spread(List<StreamRun> runs, ToDoubleFunction<StreamRun> number) {
        return Spread.of(runs.stream().map(number::applyAsDouble).toList());
    }
}
