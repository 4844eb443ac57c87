package io.convene.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A number that was looked up at even intervals: its median in every quarter of the time.
 *
 * @param medians the four
 */
record Quarters(List<Double> medians) {
    private static final int COUNT = 4;

    /**
     * Divides those values, which must be at least four.
     *
     * @throws BenchException when there are fewer
     */
    static Quarters of(List<Double> values) {
        if (values.size() < COUNT) {
            throw new BenchException("%d values have no quarters".formatted(values.size()));
        }
        List<Double> medians = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            int from = i * values.size() / COUNT;
            int to = (i + 1) * values.size() / COUNT;
            medians.add(Spread.of(values.subList(from, to)).median());
        }
        return new Quarters(List.copyOf(medians));
    }

    /**
     * How much more the last quarter has than the second, as a part of the second. The first shows
     * how the state is reached.
     */
    double growth() {
        return medians.get(3) / medians.get(1) - 1;
    }
}
