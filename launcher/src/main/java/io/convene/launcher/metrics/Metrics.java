package io.convene.launcher.metrics;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;

/**
 * All metrics of one launcher. Frequent events are counted where they happen, states are read when
 * somebody asks. No label's value may come from a caller, or name an account. Thread-safe.
 */
public final class Metrics {
    /** The media type of {@link #text}. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Logger LOG = System.getLogger(Metrics.class.getName());
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private record Metric(
            String name,
            String help,
            MetricKind kind,
            List<String> labels,
            Consumer<Readings> source) {}

    private final Map<String, Metric> metrics = new ConcurrentSkipListMap<>();

    /** A counter without labels. */
    public Counter counter(String name, String help) {
        return counters(name, help).of();
    }

    /**
     * Counters, one for each set of the labels' values.
     *
     * @throws IllegalArgumentException when the name is taken, or a name is none
     */
    public Family<Counter> counters(String name, String help, String... labels) {
        Family<Counter> family = new Family<>(labels.length, Counter::new);
        read(
                MetricKind.COUNTER,
                name,
                help,
                List.of(labels),
                out ->
                        family.forEach(
                                (values, counter) -> out.add((double) counter.value(), values)));
        return family;
    }

    /**
     * Durations, one histogram for each set of the labels' values.
     *
     * @throws IllegalArgumentException when the name is taken, or a name is none
     */
    public Family<Histogram> durations(String name, String help, String... labels) {
        Family<Histogram> family = new Family<>(labels.length, Histogram::new);
        read(
                MetricKind.HISTOGRAM,
                name,
                help,
                List.of(labels),
                out -> family.forEach((values, histogram) -> histogram.addTo(out, values)));
        return family;
    }

    /** A number that is computed when it is read. */
    public void gauge(String name, String help, DoubleSupplier value) {
        read(MetricKind.GAUGE, name, help, List.of(), out -> out.add(value.getAsDouble()));
    }

    /**
     * Numbers that are computed when they are read.
     *
     * @param source adds each of them; when it fails there are none this time
     * @throws IllegalArgumentException when the name is taken, or a name is none
     */
    public void read(
            MetricKind kind,
            String name,
            String help,
            List<String> labels,
            Consumer<Readings> source) {
        List<String> all = new ArrayList<>(labels);
        all.add(name);
        all.forEach(Metrics::requireName);
        if (metrics.putIfAbsent(name, new Metric(name, help, kind, labels, source)) != null) {
            throw new IllegalArgumentException("there is a metric " + name + " already");
        }
    }

    /** Everything as it is now, in Prometheus's text format 0.0.4. */
    public byte[] text() {
        TextFormat out = new TextFormat();
        metrics.values().forEach(metric -> write(metric, out));
        return out.bytes();
    }

    private static void write(Metric metric, TextFormat out) {
        Readings readings = new Readings();
        try {
            metric.source().accept(readings);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, () -> metric.name() + " could not be read: " + e);
            readings = new Readings();
        }
        out.begin(metric.name(), metric.help(), metric.kind());
        readings.values()
                .forEach((key, value) ->
                        out.value(
                                metric.name() + key.suffix(),
                                labels(metric, key),
                                key.labels(),
                                value));
    }

    /** The metric's own, and after them that of a histogram's range. */
    private static List<String> labels(Metric metric, Readings.LabelKey key) {
        if (key.labels().size() == metric.labels().size()) {
            return metric.labels();
        }
        List<String> labels = new ArrayList<>(metric.labels());
        labels.add("le");
        return labels;
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not a name of a metric or label");
        }
    }
}
