package io.convene.launcher.config;

import io.helidon.config.Config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads values below one key, and notes what is wrong with them instead of throwing. */
final class Values {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Config config;
    private final Problems problems;

    Values(Config config, Problems problems) {
        this.config = config;
        this.problems = problems;
    }

    Values at(String key) {
        return new Values(config.get(key), problems);
    }

    String key() {
        return config.key().toString();
    }

    Problems problems() {
        return problems;
    }

    Optional<String> find(String key) {
        Config value = config.get(key);
        if (!value.exists()) {
            return Optional.empty();
        }
        if (!value.isLeaf()) {
            problems.add(
                    value.key().toString(), "it is not a single value", "write one text or number");
            return Optional.empty();
        }
        Optional<String> text = value.asString().asOptional();
        if (text.filter(found -> found.matches("(?s).*\\$\\{[^}]*}.*")).isPresent()) {
            problems.add(
                    value.key().toString(),
                    "it refers to an environment variable that is not set",
                    "set the variable named in the braces");
            return Optional.empty();
        }
        return text.filter(found -> !found.isBlank());
    }

    String text(String key, String defaultValue) {
        return find(key).orElse(defaultValue);
    }

    /** A text without which the entry makes no sense. */
    String required(String key, String fix) {
        Optional<String> text = find(key);
        if (text.isEmpty()) {
            problems.add(config.get(key).key().toString(), "it is missing", fix);
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
            problems.add(
                    config.get(key).key().toString(),
                    "'" + text.get() + "' is no number from " + min + " to " + max,
                    "write such a number");
            return defaultValue;
        }
        return number;
    }

    Duration duration(String key, String defaultValue) {
        String text = text(key, defaultValue);
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // said below, in the same words as a duration out of range
        }
        problems.add(
                config.get(key).key().toString(),
                "'" + text + "' is no duration from PT0.001S to P1D",
                "write it like PT30S");
        return Duration.parse(defaultValue);
    }

    /** A rate like 500/PT10S, or nothing when it is switched off. */
    Optional<Rate> rate(String key, String defaultValue) {
        String text = text(key, defaultValue);
        // YAML reads an off without quotes as a truth value.
        if (text.equals("off") || text.equals("false")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Rate.parse(text));
        } catch (IllegalArgumentException e) {
            problems.add(
                    config.get(key).key().toString(),
                    "'" + text + "' is no rate: " + e.getMessage(),
                    "write it like " + defaultValue + ", or off");
            return Optional.empty();
        }
    }

    String choice(String key, String defaultValue, Set<String> choices) {
        String text = text(key, defaultValue);
        if (!choices.contains(text)) {
            problems.add(
                    config.get(key).key().toString(),
                    "'" + text + "' is not offered",
                    "use " + String.join(" or ", new TreeSet<>(choices)));
            return defaultValue;
        }
        return text;
    }

    boolean flag(String key, boolean defaultValue) {
        return choice(key, Boolean.toString(defaultValue), Set.of("true", "false")).equals("true");
    }

    List<String> texts(String key) {
        Config list = config.get(key);
        if (!list.exists()) {
            return List.of();
        }
        if (list.isLeaf()) {
            return find(key).map(text -> List.of(text.split("\\s*,\\s*"))).orElse(List.of());
        }
        return each(key).stream().flatMap(value -> value.find("").stream()).toList();
    }

    Map<String, String> map(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        Config node = config.get(key);
        if (node.exists() && node.isLeaf()) {
            find(key)
                    .ifPresent(text ->
                            problems.add(
                                    node.key().toString(),
                                    "it is not a map",
                                    "write name: value below it"));
            return map;
        }
        for (Config child : node.asNodeList().orElse(List.of())) {
            Values values = new Values(child, problems);
            values.find("").ifPresent(text -> map.put(child.key().name(), text));
        }
        return map;
    }

    List<Values> each(String key) {
        Config list = config.get(key);
        if (list.exists() && list.isLeaf()) {
            problems.add(list.key().toString(), "it is not a list", "write each entry with a dash");
            return List.of();
        }
        return list.asNodeList().orElse(List.of()).stream()
                .map(child -> new Values(child, problems))
                .toList();
    }
}
