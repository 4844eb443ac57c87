package io.convene.launcher.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads values below one key, and notes what is wrong with them instead of throwing. */
final class Values {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /** All that YAML 1.1 takes for truth values. */
    private static final Set<String> YES = Set.of("true", "yes", "on");

    private static final Set<String> NO = Set.of("false", "no", "off");

    private final Source source;
    private final String key;
    private final Node node;

    private Values(Source source, String key, Node node) {
        this.source = source;
        this.key = key;
        this.node = node;
    }

    /** The values of a whole file. */
    static Values of(Node root, Environment environment, Problems problems) {
        return new Values(new Source(root, environment, problems), "", root);
    }

    /** The values below a key of names, joined by dots. */
    Values at(String names) {
        Values found = this;
        for (String name : Names.split(names)) {
            found = found.child(name);
        }
        return found;
    }

    private Values child(String name) {
        return new Values(source, Names.join(key, name), node.child(name));
    }

    String key() {
        return key;
    }

    Problems problems() {
        return source.problems();
    }

    /** The text of a key, if it has one that is not blank. */
    Optional<String> find(String names) {
        return at(names).text();
    }

    /** The text here, if there is one that is not blank. */
    private Optional<String> text() {
        boolean overridden = source.environment().override(key).isPresent();
        if (!(node instanceof Node.Scalar) && !overridden) {
            problem("it is not a single value", "write one text or number");
            return Optional.empty();
        }
        Node.Scalar written = node instanceof Node.Scalar scalar ? scalar : Node.Scalar.ABSENT;
        if (written.absent() && !overridden) {
            return Optional.empty();
        }
        Optional<String> text = source.text(key, written);
        if (text.isEmpty()) {
            problem(
                    "it refers to an environment variable that is not set",
                    "set the variable named in the braces, or write \\${ for the characters themselves");
        }
        return text.filter(found -> !found.isBlank());
    }

    /** Notes what is wrong with the value here, and where it comes from if not from the file. */
    void problem(String wrong, String fix) {
        String origin =
                source.environment()
                        .override(key)
                        .map(value -> " (from %s)".formatted(value.source()))
                        .orElse("");
        problems().add(key + origin, wrong, fix);
    }

    String text(String key, String defaultValue) {
        return find(key).orElse(defaultValue);
    }

    /** A text without which the entry makes no sense. */
    String required(String key, String fix) {
        int before = problems().count();
        Optional<String> text = find(key);
        if (text.isEmpty() && problems().count() == before) {
            problems().add(at(key).key(), "it is missing", fix);
        }
        return text.orElse("");
    }

    int number(String key, int defaultValue, int min, int max) {
        Optional<String> text = find(key);
        if (text.isEmpty()) {
            return defaultValue;
        }
        int number = text.get().matches("\\d{1,9}") ? Integer.parseInt(text.get()) : -1;
        if (number < min || number > max) {
            at(key).problem(
                            "'" + text.get() + "' is not a number from " + min + " to " + max,
                            "write such a number");
            return defaultValue;
        }
        return number;
    }

    Duration duration(String key, String defaultValue) {
        return duration(key, defaultValue, SHORTEST);
    }

    /** A duration that may be zero. */
    Duration durationOrZero(String key, String defaultValue) {
        return duration(key, defaultValue, Duration.ZERO);
    }

    private Duration duration(String key, String defaultValue, Duration shortest) {
        String text = text(key, defaultValue);
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(shortest) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // said below, in the same words as a duration out of range
        }
        at(key).problem(
                        "'%s' is not a duration from %s to P1D".formatted(text, shortest),
                        "write it like PT30S");
        return Duration.parse(defaultValue);
    }

    /** A rate like 500/PT10S, or nothing when it is switched off. */
    Optional<Rate> rate(String key, String defaultValue) {
        String text = text(key, defaultValue);
        if (NO.contains(text.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Rate.parse(text));
        } catch (IllegalArgumentException e) {
            at(key).problem(
                            "'" + text + "' is not a rate: " + e.getMessage(),
                            "write it like " + defaultValue + ", or off");
            return Optional.empty();
        }
    }

    String choice(String key, String defaultValue, Set<String> choices) {
        String text = text(key, defaultValue);
        if (!choices.contains(text)) {
            at(key).problem(
                            "'" + text + "' is not offered",
                            "use " + String.join(" or ", new TreeSet<>(choices)));
            return defaultValue;
        }
        return text;
    }

    boolean flag(String key, boolean defaultValue) {
        String text = text(key, Boolean.toString(defaultValue)).toLowerCase(Locale.ROOT);
        if (YES.contains(text) || NO.contains(text)) {
            return YES.contains(text);
        }
        at(key).problem("'%s' is not offered".formatted(text), "use false or true");
        return defaultValue;
    }

    /** The texts of a list, or of one text with commas. */
    List<String> texts(String key) {
        Values list = at(key);
        if (list.isList() && source.environment().override(list.key()).isEmpty()) {
            return each(key).stream().flatMap(entry -> entry.text().stream()).toList();
        }
        return list.text()
                .map(text -> Arrays.stream(text.split(",", -1)))
                .orElseGet(Stream::of)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The texts of a map. One that cannot be used is noted and stays in the map, empty. */
    Map<String, String> map(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        Values found = at(key);
        if (found.node instanceof Node.Mapping(Map<String, Node> values)) {
            for (String name : values.keySet()) {
                int before = problems().count();
                Optional<String> text = found.child(name).text();
                if (text.isPresent() || problems().count() > before) {
                    map.put(name, text.orElse(""));
                }
            }
        } else if (!found.node.isAbsent()) {
            found.problem("it is not a map", "write name: value below it");
        }
        return map;
    }

    /** The entries of a list. */
    List<Values> each(String key) {
        Values list = at(key);
        if (!list.isList()) {
            if (!list.node.isAbsent()) {
                list.problem("it is not a list", "write each entry with a dash");
            }
            return List.of();
        }
        List<Values> entries = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            entries.add(list.child(Integer.toString(i)));
        }
        return entries;
    }

    private boolean isList() {
        return node instanceof Node.Sequence || node instanceof Node.Mapping;
    }

    /**
     * How many entries there are; where keys have indices, as in properties, the highest counts.
     */
    private int size() {
        return switch (node) {
            case Node.Scalar _ -> 0;
            case Node.Sequence(List<Node> entries) -> entries.size();
            case Node.Mapping(Map<String, Node> values) ->
                    values.keySet().stream().mapToInt(Names::index).max().orElse(-1) + 1;
        };
    }
}
