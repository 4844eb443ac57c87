package io.convene.launcher.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the text of a value is read, and the words for it.
 *
 * @param values the values that are allowed, for the documentation
 * @param wrong the end of a sentence about an invalid text
 * @param fix the remedy; {@code %s} is the key's default
 * @param parser reads a text; empty when it is not of this type
 */
record ValueType<T>(String values, String wrong, String fix, Function<String, Optional<T>> parser) {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final String AUTO = "auto";

    /** All that YAML 1.1 takes for truth values. */
    private static final Set<String> YES = Set.of("true", "yes", "on");

    private static final Set<String> NO = Set.of("false", "no", "off");

    static final ValueType<String> TEXT = new ValueType<>("text", "", "", Optional::of);

    /** One text with commas; a list in the file is read entry by entry. */
    static final ValueType<List<String>> LIST =
            new ValueType<>("list of texts", "", "", text -> Optional.of(entries(text)));

    /** Names with values; never one text. */
    static final ValueType<Map<String, String>> MAP =
            new ValueType<>("names with values", "", "", text -> Optional.empty());

    /** A list of maps whose keys have entries of their own. */
    static final ValueType<String> ENTRIES =
            new ValueType<>("list of entries", "", "", Optional::of);

    static final ValueType<Boolean> FLAG =
            new ValueType<>(
                    "`true` or `false`", "is not offered", "use false or true", ValueType::flag);

    static final ValueType<Optional<Rate>> RATE =
            new ValueType<>(
                    "1 to 1,000,000 per PT1S to P1D, such as `500/PT10S`; or `off`",
                    "is not a rate: 1 to 1000000 per ISO 8601 duration of a second to a day",
                    "write it like %s, or off",
                    ValueType::rate);

    static ValueType<Integer> number(int min, int max) {
        return new ValueType<>(
                "%,d to %,d".formatted(min, max),
                "is not a number from %d to %d".formatted(min, max),
                "write such a number",
                text ->
                        Optional.of(text)
                                .filter(digits -> digits.matches("\\d{1,9}"))
                                .map(Integer::valueOf)
                                .filter(number -> number >= min && number <= max));
    }

    /** A number, or {@code auto} for one that is derived; empty for that. */
    static ValueType<OptionalInt> numberOrAuto(int min, int max) {
        ValueType<Integer> number = number(min, max);
        return new ValueType<>(
                "`auto`, or %s".formatted(number.values()),
                number.wrong(),
                "write such a number, or auto",
                text ->
                        text.equals(AUTO)
                                ? Optional.of(OptionalInt.empty())
                                : number.parser().apply(text).map(OptionalInt::of));
    }

    static ValueType<Duration> duration(Duration shortest) {
        return new ValueType<>(
                "ISO 8601 duration from %s to P1D".formatted(shortest),
                "is not a duration from %s to P1D".formatted(shortest),
                "write it like PT30S",
                text -> duration(text, shortest));
    }

    static <T> ValueType<T> choice(Map<String, T> choices) {
        Set<String> texts = new TreeMap<>(choices).keySet();
        return new ValueType<>(
                texts.stream().map("`%s`"::formatted).collect(Collectors.joining(" or ")),
                "is not offered",
                "use %s".formatted(String.join(" or ", texts)),
                text -> Optional.ofNullable(choices.get(text)));
    }

    private static List<String> entries(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private static Optional<Boolean> flag(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Optional.of(YES.contains(lower)).filter(yes -> yes || NO.contains(lower));
    }

    private static Optional<Optional<Rate>> rate(String text) {
        if (NO.contains(text.toLowerCase(Locale.ROOT))) {
            return Optional.of(Optional.empty());
        }
        try {
            return Optional.of(Optional.of(Rate.parse(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> duration(String text, Duration shortest) {
        try {
            return Optional.of(Duration.parse(text))
                    .filter(read -> read.compareTo(shortest) >= 0 && read.compareTo(LONGEST) <= 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
