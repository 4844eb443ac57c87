package io.convene.launcher.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of one metric at one time. Values under the same labels are added up, so that none is
 * there twice.
 */
public final class Readings {
    /**
     * The key of one value of a metric.
     *
     * @param suffix the part of its name after the metric's, empty but for parts of a whole
     */
    record LabelKey(String suffix, List<String> labels) {}

    private final Map<LabelKey, Double> values = new LinkedHashMap<>();

    Readings() {}

    /**
     * Adds a value.
     *
     * @param labels the values of the metric's labels, in their order
     */
    public void add(double value, String... labels) {
        addPart("", value, labels);
    }

    /** Adds a value under the metric's name and that suffix, such as {@code _sum}. */
    void addPart(String suffix, double value, String... labels) {
        values.merge(new LabelKey(suffix, List.of(labels)), value, Double::sum);
    }

    Map<LabelKey, Double> values() {
        return values;
    }
}
