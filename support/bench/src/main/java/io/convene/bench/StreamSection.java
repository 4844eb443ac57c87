package io.convene.bench;

import io.convene.bench.process.Contender;
import io.convene.bench.process.Crew;
import io.convene.bench.process.Wiring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A million interviews in one answer, and the memory of the process on the way. Every round starts
 * its own processes and takes the list three times from each. The first list shows a start, while
 * compilers work and use memory of their own; the third shows the permanent state.
 */
final class StreamSection implements Section {
    private static final String TITLE = "A million interviews in one answer, as lines";
    private static final String SMALL = "-Xmx64m";
    private static final double STEADY = 0.05;
    private static final int FIRST = 0;
    private static final int THIRD = 2;

    /** The lists of every round. */
    private final Map<Contender, List<List<StreamRun>>> rounds = new EnumMap<>(Contender.class);

    @Override
    public void run(Bench bench) {
        rounds.clear();
        List<Contender> contenders = bench.options().of(Contender.PROXY, Contender.CONVENE);
        for (int round = 1; round <= bench.options().rounds(); round++) {
            for (Contender contender : contenders) {
                List<StreamRun> lists = StreamRun.of(() -> crew(bench, contender), THIRD + 1);
                bench.progress(
                        "round %d of %d: %s: %s"
                                .formatted(
                                        round,
                                        bench.options().rounds(),
                                        contender.label(),
                                        lists.stream().map(StreamRun::text).toList()));
                rounds.computeIfAbsent(contender, none -> new ArrayList<>()).add(lists);
            }
        }
        bench.report().add(TITLE, table() + "\n" + String.join("\n", judgement()));
    }

    private static Crew crew(Bench bench, Contender contender) {
        return contender == Contender.CONVENE
                ? Crew.ofConvene(bench.site(), List.of(SMALL))
                : Crew.start(bench.site(), List.of(contender), Wiring.PLAIN);
    }

    private String table() {
        ReportTable table =
                new ReportTable(
                        "",
                        "interviews/s",
                        "MB/s out",
                        "CPU µs/interview",
                        "MiB at 250k",
                        "500k",
                        "750k",
                        "1M");
        for (Contender contender : rounds.keySet()) {
            for (int list : List.of(FIRST, THIRD)) {
                table.add(row(contender, list).toArray(String[]::new));
            }
        }
        return table.toString();
    }

    private List<String> row(Contender contender, int list) {
        List<String> cells = new ArrayList<>();
        cells.add(
                contender.label()
                        + (contender == Contender.CONVENE ? ", " + SMALL : "")
                        + (list == FIRST ? ", first list" : ", third list"));
        cells.add(spread(contender, list, StreamRun::perSecond).text("%.0f"));
        cells.add(spread(contender, list, StreamRun::megabytes).text("%.0f"));
        cells.add(spread(contender, list, StreamRun::cpu).text("%.2f"));
        for (int i = 0; i < StreamRun.MARKS; i++) {
            int mark = i;
            // The byte proxy passes pages on, in which nobody looks for interviews.
            cells.add(
                    contender.maps()
                            ? spread(contender, list, run -> run.resident().get(mark)).text("%.0f")
                            : "");
        }
        return cells;
    }

    private List<String> judgement() {
        List<String> judged = new ArrayList<>();
        for (int list : List.of(FIRST, THIRD)) {
            String which = list == FIRST ? "First list: " : "Third list: ";
            if (rounds.containsKey(Contender.CONVENE)) {
                judged.add(
                        new Goal(
                                        which + "how far resident memory strays from its middle",
                                        "%.3f",
                                        STEADY,
                                        STEADY,
                                        false)
                                .judge(spread(Contender.CONVENE, list, StreamRun::stray)));
            }
            if (rounds.size() == 2) {
                judged.add(
                        Goal.atLeast(
                                        which + "Convene's interviews a second over the proxy's",
                                        0.6,
                                        0.6)
                                .judge(ratio(list)));
            }
        }
        return judged;
    }

    private Spread ratio(int list) {
        List<Double> convene = values(Contender.CONVENE, list, StreamRun::perSecond);
        List<Double> proxy = values(Contender.PROXY, list, StreamRun::perSecond);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < convene.size(); i++) {
            ratios.add(convene.get(i) / proxy.get(i));
        }
        return Spread.of(ratios);
    }

    private Spread spread(Contender contender, int list, ToDoubleFunction<StreamRun> number) {
        return Spread.of(values(contender, list, number));
    }

    private List<Double> values(Contender contender, int list, ToDoubleFunction<StreamRun> number) {
        return rounds.getOrDefault(contender, List.of()).stream()
                .map(lists -> number.applyAsDouble(lists.get(list)))
                .toList();
    }
}
