package io.convene.launcher.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A page in Prometheus's text format as a scraper reads it: read strictly, and checked as promtool
 * checks it. Shares nothing with its writer.
 */
public final class Scrape {
    /** One value. */
    public record Sample(String name, Map<String, String> labels, double value) {}

    private final Map<String, String> helps = new LinkedHashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private final Set<String> closed = new HashSet<>();
    private String current = "";

    private Scrape() {}

    /** Reads the page. */
    public static Scrape of(Metrics metrics) {
        return of(new String(metrics.text(), UTF_8));
    }

    /** Reads the page. */
    public static Scrape of(String page) {
        require(page.isEmpty() || page.endsWith("\n"), "the last line has no end");
        Scrape scrape = new Scrape();
        // Only a line feed ends a line; String.lines() knows others.
        for (String line : page.split("\n")) {
            if (line.startsWith("# HELP ")) {
                String[] words = line.split(" ", 4);
                scrape.begin(words[2]);
                scrape.helps.put(words[2], plain(words[3]));
            } else if (line.startsWith("# TYPE ")) {
                String[] words = line.split(" ");
                require(words[2].equals(scrape.current), "a type without its help: " + line);
                require(
                        words[3].equals("counter") == words[2].endsWith("_total"),
                        "counters end with _total and nothing else does: " + line);
                require(scrape.types.put(words[2], words[3]) == null, "two types: " + line);
            } else {
                scrape.add(line);
            }
        }
        scrape.checkHistograms();
        return scrape;
    }

    /** The value of that name under exactly these labels: name, value and so on. */
    public double value(String name, String... labels) {
        Map<String, String> wanted = new HashMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            wanted.put(labels[i], labels[i + 1]);
        }
        return samples.stream()
                .filter(sample -> sample.name().equals(name) && sample.labels().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + wanted + " is not in " + samples))
                .value();
    }

    public List<Sample> samples() {
        return samples;
    }

    /** The names of all metrics with their types. */
    public Map<String, String> types() {
        return types;
    }

    public String help(String name) {
        return helps.get(name);
    }

    private void begin(String name) {
        require(name.matches("[a-zA-Z_:][a-zA-Z0-9_:]*"), "no name: " + name);
        require(closed.add(name), "in two places: " + name);
        current = name;
    }

    private void add(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) != '{' && line.charAt(end) != ' ') {
            end++;
        }
        String name = line.substring(0, end);
        String base =
                switch (types.getOrDefault(current, "")) {
                    case "histogram" -> name.replaceFirst("_(bucket|sum|count)$", "");
                    case "summary" -> name.replaceFirst("_(sum|count)$", "");
                    default -> name;
                };
        require(base.equals(current), "a value without help and type: " + line);
        Map<String, String> labels = new LinkedHashMap<>();
        int at = line.charAt(end) == '{' ? labels(line, end + 1, labels) : end;
        require(line.charAt(at) == ' ', "no blank before the value: " + line);
        Sample sample = new Sample(name, labels, number(line.substring(at + 1)));
        require(
                samples.stream()
                        .noneMatch(other ->
                                other.name().equals(name) && other.labels().equals(labels)),
                "twice: " + line);
        samples.add(sample);
    }

    /** Reads labels; returns the place after the closing brace. */
    private static int labels(String line, int start, Map<String, String> labels) {
        int at = start;
        while (line.charAt(at) != '}') {
            int equals = line.indexOf('=', at);
            String name = line.substring(at, equals);
            require(name.matches("[a-zA-Z_][a-zA-Z0-9_]*"), "no label: " + line);
            require(line.charAt(equals + 1) == '"', "no quote: " + line);
            int close = equals + 2;
            while (line.charAt(close) != '"') {
                close += line.charAt(close) == '\\' ? 2 : 1;
            }
            String value = plain(line.substring(equals + 2, close));
            require(labels.put(name, value) == null, "a label twice: " + line);
            at = close + 1;
            if (line.charAt(at) == ',') {
                at++;
            }
        }
        return at + 1;
    }

    private static String plain(String escaped) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\') {
                c = escaped.charAt(++i);
                require("\\\"n".indexOf(c) >= 0, "an unknown escape: " + escaped);
                c = c == 'n' ? '\n' : c;
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** The ranges grow, end with the infinite one, and that one is the count. */
    private void checkHistograms() {
        Map<String, Double> last = new HashMap<>();
        Map<String, Double> bounds = new HashMap<>();
        for (Sample sample : samples) {
            Map<String, String> labels = new HashMap<>(sample.labels());
            String le = labels.remove("le");
            String key = sample.name().replaceFirst("_(bucket|count)$", "") + labels;
            if (le != null) {
                double bound = number(le);
                require(bound > bounds.getOrDefault(key, -1.0), "ranges out of order: " + sample);
                require(sample.value() >= last.getOrDefault(key, 0.0), "ranges shrink: " + sample);
                bounds.put(key, bound);
                last.put(key, sample.value());
            } else if (sample.name().endsWith("_count") && last.containsKey(key)) {
                require(bounds.get(key).isInfinite(), "no infinite range: " + sample);
                require(last.get(key) == sample.value(), "another count: " + sample);
            }
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
