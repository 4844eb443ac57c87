package io.convene.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Numbers of several rounds: their median, and how far they lie apart. */
record Spread(double median, double min, double max) {
    static Spread of(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], Arrays.stream(sorted).max().orElse(median));
    }

    /** The median, then minimum and maximum in parentheses, in a format for one number. */
    String text(String format) {
        return number(format, median)
                + " ("
                + number(format, min)
                + "–"
                + number(format, max)
                + ")";
    }

    static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
