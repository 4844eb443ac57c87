package io.convene.launcher.metrics;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Writes metrics as Prometheus reads them, in its text format 0.0.4.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition
 *     formats</a>
 */
final class TextFormat {
    static final String INFINITE = "+Inf";

    /** Whole numbers up to it are exact. */
    private static final double EXACT = 1L << 53;

    private final StringBuilder out = new StringBuilder(16 * 1024);

    /** Begins a metric; its values must follow at once. */
    void begin(String name, String help, MetricKind kind) {
        out.append("# HELP ").append(name).append(' ');
        escape(help, false);
        out.append("\n# TYPE ").append(name).append(' ');
        out.append(kind.name().toLowerCase(Locale.ROOT)).append('\n');
    }

    /** Writes one value; there is a label's value for each label, and there may be none of both. */
    void value(String name, List<String> labels, List<String> values, double number) {
        out.append(name);
        String separator = "{";
        for (int i = 0; i < labels.size(); i++) {
            out.append(separator).append(labels.get(i)).append("=\"");
            escape(values.get(i), true);
            out.append('"');
            separator = ",";
        }
        out.append(labels.isEmpty() ? " " : "} ").append(number(number)).append('\n');
    }

    /** The number as Prometheus reads it. */
    static String number(double number) {
        if (number == Math.rint(number) && Math.abs(number) < EXACT) {
            return Long.toString((long) number);
        }
        return Double.isInfinite(number) ? number > 0 ? INFINITE : "-Inf" : Double.toString(number);
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void escape(String text, boolean quoted) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '"' -> out.append(quoted ? "\\\"" : "\"");
                default -> out.append(c);
            }
        }
    }
}
