package io.convene.bench;

import io.convene.bench.load.Load;
import io.convene.bench.load.Wrk;
import io.convene.bench.process.CpuTime;
import io.convene.bench.process.Row;
import io.convene.bench.process.VendorPage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The same load on several targets in turns, so that whatever drifts meanwhile drifts for all of
 * them.
 */
final class Rounds {
    /** A page as one contender serves it. */
    record Target(Row row, VendorPage page) {
        @Override
        public String toString() {
            return row.label() + ", " + page.size();
        }
    }

    /** An idle process first gets back the memory that it lost to the kernel. */
    private static final Duration STIR = Duration.ofSeconds(1);

    private static final double STEADY = 0.97;
    private static final int LONGEST_WARM_UP = 6;

    /** The share of a process's time that compilers may still use. */
    private static final double QUIET = 0.02;

    private final Map<Target, List<Sample>> samples = new LinkedHashMap<>();

    /** Warms every target up and measures it as often as the options say. */
    static Rounds run(Bench bench, Wrk wrk, List<Target> targets) {
        BenchOptions options = bench.options();
        Rounds rounds = new Rounds();
        targets.forEach(target -> warmUp(bench, wrk, target));
        for (int round = 1; round <= options.rounds(); round++) {
            for (Target target : targets) {
                wrk.run(target.row().url(target.page()), STIR);
                Sample sample = measure(wrk, target, options.run());
                bench.progress(
                        "round %d of %d: %s: %s req/s, %s ms CPU"
                                .formatted(
                                        round,
                                        options.rounds(),
                                        target,
                                        Spread.number("%.0f", sample.perSecond()),
                                        Spread.number("%.3f", sample.cpu())));
                rounds.samples.computeIfAbsent(target, none -> new ArrayList<>()).add(sample);
            }
        }
        return rounds;
    }

    /**
     * Loads a target for as long as the options say, then on until its cost no longer falls and its
     * compilers are quiet: how long they need depends on the machine, which they share with
     * everything else.
     */
    static void warmUp(Bench bench, Wrk wrk, Target target) {
        Duration window = bench.options().run();
        long least = bench.options().warmUp().toSeconds() / window.toSeconds();
        double best = Double.MAX_VALUE;
        int steady = 0;
        for (int i = 1; i <= LONGEST_WARM_UP * least && !(i > least && steady >= 2); i++) {
            CpuTime before = CpuTime.ofCompilers(target.row().serving());
            Sample sample = measure(wrk, target, window);
            double compiling =
                    CpuTime.ofCompilers(target.row().serving()).since(before).total()
                            / sample.spent().total();
            bench.progress(
                    "warming up %s: %s ms CPU, %s %% of it in compilers"
                            .formatted(
                                    target,
                                    Spread.number("%.3f", sample.cpu()),
                                    Spread.number("%.0f", 100 * compiling)));
            steady = sample.cpu() > best * STEADY && compiling < QUIET ? steady + 1 : 0;
            best = Math.min(best, sample.cpu());
        }
    }

    private static Sample measure(Wrk wrk, Target target, Duration duration) {
        CpuTime before = CpuTime.of(target.row().serving());
        Load load = wrk.run(target.row().url(target.page()), duration);
        return new Sample(load, CpuTime.of(target.row().serving()).since(before));
    }

    /** The targets that were measured, in the order of their first round. */
    List<Target> targets() {
        return List.copyOf(samples.keySet());
    }

    /** A number of that target over the rounds. */
    Spread spread(Target target, ToDoubleFunction<Sample> number) {
        return Spread.of(values(target, number));
    }

    /** One target's number over the other's, round by round. */
    Spread ratio(Target target, Target base, ToDoubleFunction<Sample> number) {
        List<Double> values = values(target, number);
        List<Double> bases = values(base, number);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / bases.get(i));
        }
        return Spread.of(ratios);
    }

    /** A target's number in every round. */
    List<Double> values(Target target, ToDoubleFunction<Sample> number) {
        return samples.getOrDefault(target, List.of()).stream().map(number::applyAsDouble).toList();
    }
}
