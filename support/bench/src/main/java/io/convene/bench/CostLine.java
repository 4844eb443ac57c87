package io.convene.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * A cost as {@code a + b·n}, and how straight it is.
 *
 * @param a the cost of a request without interviews
 * @param b the cost of one more interview
 * @param bend how far the slope between two neighbouring sizes strays from b, as a share of b
 */
record CostLine(double a, double b, double bend) {
    /**
     * The line through those costs by size, every one weighing the same in relation to its value.
     */
    static CostLine through(Map<Integer, Double> costs) {
        double w = 0;
        double wx = 0;
        double wy = 0;
        double wxx = 0;
        double wxy = 0;
        for (Map.Entry<Integer, Double> cost : costs.entrySet()) {
            double x = cost.getKey();
            double y = cost.getValue();
            double weight = 1 / (y * y);
            w += weight;
            wx += weight * x;
            wy += weight * y;
            wxx += weight * x * x;
            wxy += weight * x * y;
        }
        double b = (w * wxy - wx * wy) / (w * wxx - wx * wx);
        double a = (wy - b * wx) / w;
        return new CostLine(a, b, bend(new TreeMap<>(costs), b));
    }

    private static double bend(TreeMap<Integer, Double> costs, double b) {
        double bend = 0;
        for (int size : costs.tailMap(costs.firstKey(), false).keySet()) {
            Map.Entry<Integer, Double> before = costs.lowerEntry(size);
            double slope =
                    (costs.getOrDefault(size, 0.0) - before.getValue()) / (size - before.getKey());
            bend = Math.max(bend, Math.abs(slope / b - 1));
        }
        return bend;
    }
}
