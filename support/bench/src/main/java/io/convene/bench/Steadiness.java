package io.convene.bench;

import java.util.List;

/**
 * From when on a number that is taken every second is steady.
 *
 * @param window how many seconds are averaged
 * @param last how many seconds at the end show the final value
 * @param tolerance how far an average may be from that value, as a part of it
 */
record Steadiness(int window, int last, double tolerance) {
    /** Averages of 5 seconds within 10 % of the last 20 seconds. */
    static final Steadiness USUAL = new Steadiness(5, 20, 0.1);

    /** The average at the end. */
    double end(List<Double> perSecond) {
        return mean(perSecond.subList(perSecond.size() - last, perSecond.size()));
    }

    /** The first second from which on every average is near the final one. */
    int since(List<Double> perSecond) {
        double end = end(perSecond);
        int since = perSecond.size() - last;
        while (since > 0) {
            double mean = mean(perSecond.subList(since - 1, since - 1 + window));
            if (Math.abs(mean / end - 1) > tolerance) {
                return since;
            }
            since--;
        }
        return since;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
