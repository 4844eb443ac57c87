package io.convene.launcher;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Gives many made-up texts to something that must bear them all. Each comes from the seed and its
 * number alone; a text that fails, or does not come back, is shown with both. Takes more inputs
 * with {@code -Dconvene.fuzz.inputs=500000}, as {@code ./build full} does, others with {@code
 * -Dconvene.fuzz.seed=2}, and begins at one with {@code -Dconvene.fuzz.first=4711}.
 */
public final class Fuzzing {
    private static final long INPUTS = Long.getLong("convene.fuzz.inputs", 20_000);
    private static final long SEED = Long.getLong("convene.fuzz.seed", 1);
    private static final long FIRST = Long.getLong("convene.fuzz.first", 0);
    private static final Duration LONGEST_INPUT = Duration.ofSeconds(30);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(30);

    private final String name;
    private final Function<RandomGenerator, String> maker;
    private final Predicate<String> target;
    private volatile long number = FIRST;
    private volatile Throwable failure;
    private long accepted;

    private Fuzzing(
            String name, Function<RandomGenerator, String> maker, Predicate<String> target) {
        this.name = name;
        this.maker = maker;
        this.target = target;
    }

    /**
     * Runs to the end or to the first failure.
     *
     * @param target says whether it took the input or refused it properly, and throws on any other
     *     result
     * @return the share of inputs that were taken
     */
    public static double run(
            String name, Function<RandomGenerator, String> maker, Predicate<String> target)
            throws InterruptedException {
        return new Fuzzing(name, maker, target).run();
    }

    private double run() throws InterruptedException {
        Thread worker = Thread.ofPlatform().daemon().name(name).start(this::work);
        long begun = System.nanoTime();
        long seen = number;
        long seenSince = begun;
        while (!worker.join(Duration.ofSeconds(1))) {
            long now = System.nanoTime();
            if (number != seen) {
                seen = number;
                seenSince = now;
            } else if (now - seenSince > LONGEST_INPUT.toNanos()) {
                AssertionError hang = new AssertionError("does not come back from " + shown());
                hang.setStackTrace(worker.getStackTrace());
                throw hang;
            }
            if (now - begun > LONGEST_RUN.toNanos()) {
                throw new AssertionError("not through after " + LONGEST_RUN + ", at " + shown());
            }
        }
        if (failure != null) {
            throw new AssertionError("fails with " + shown(), failure);
        }
        System.out.println(
                name
                        + " fuzzing: "
                        + INPUTS
                        + " inputs of seed "
                        + SEED
                        + ", "
                        + accepted
                        + " of them accepted");
        return (double) accepted / INPUTS;
    }

    private void work() {
        try {
            for (long i = FIRST; i < FIRST + INPUTS; i++) {
                number = i;
                accepted += target.test(input(i)) ? 1 : 0;
            }
        } catch (Throwable e) {
            failure = e;
        }
    }

    private String input(long i) {
        return maker.apply(new SplittableRandom(SEED * 0x9E3779B97F4A7C15L + i));
    }

    private String shown() {
        StringBuilder shown = new StringBuilder();
        input(number)
                .chars()
                .forEach(c -> {
                    if (c >= ' ' && c <= '~') {
                        shown.append((char) c);
                    } else {
                        shown.append("\\u%04x".formatted(c));
                    }
                });
        return "input " + number + " of seed " + SEED + ": " + shown;
    }
}
