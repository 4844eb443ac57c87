package io.convene.sandbox.greenhouse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One query parameter of a list endpoint: reads its text into a test of rows, or throws {@link
 * Broken}.
 */
sealed interface FilterRule {

    int MOST_IDS = 50;

    Predicate<TableRow> read(String text);

    /** The text breaks the parameter's rule; the message is the vendor's. */
    final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message, null, false, false);
        }
    }

    /** Up to fifty ids, separated by commas. */
    record IdList(String column) implements FilterRule {
        @Override
        public Predicate<TableRow> read(String text) {
            List<String> parts = Arrays.asList(text.split(",", -1));
            if (parts.size() > MOST_IDS) {
                throw new Broken("array size is greater than: " + MOST_IDS);
            }
            Set<Long> ids = parts.stream().map(IdList::number).collect(Collectors.toSet());
            return row -> row.fact(column, Long.class).filter(ids::contains).isPresent();
        }

        private static Long number(String part) {
            try {
                return Long.valueOf(part);
            } catch (NumberFormatException e) {
                throw new Broken("value at `" + part + "` is not an integer");
            }
        }
    }

    /**
     * Moments after {@code gte|}, {@code lte|}, {@code gt|} or {@code lt|}; several are joined by
     * more pipes.
     */
    record Moments(String column) implements FilterRule {
        @Override
        public Predicate<TableRow> read(String text) {
            return range(
                    text, column, Instant.class, part -> OffsetDateTime.parse(part).toInstant());
        }
    }

    /** Days, with the same operators. */
    record Days(String column) implements FilterRule {
        @Override
        public Predicate<TableRow> read(String text) {
            return range(text, column, LocalDate.class, LocalDate::parse);
        }
    }

    /** One of several words, each standing for a value of the column. */
    record OneOf(String column, Map<String, String> values) implements FilterRule {
        static OneOf words(String column, String... words) {
            return new OneOf(
                    column,
                    Arrays.stream(words).collect(Collectors.toMap(word -> word, word -> word)));
        }

        @Override
        public Predicate<TableRow> read(String text) {
            if (!values.containsKey(text)) {
                throw new Broken(
                        "value at `" + text + "` is not one of: " + new TreeSet<>(values.keySet()));
            }
            return equal(column, values.get(text));
        }
    }

    /** The column's text, exactly. */
    record Exactly(String column) implements FilterRule {
        @Override
        public Predicate<TableRow> read(String text) {
            return equal(column, text);
        }
    }

    /** true or false. */
    record Flag(String column) implements FilterRule {
        @Override
        public Predicate<TableRow> read(String text) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new Broken("`" + text + "` is not a boolean");
            }
            return equal(column, Boolean.valueOf(text));
        }
    }

    /** Known to the endpoint, without effect on its rows here. */
    record Accepted() implements FilterRule {
        @Override
        public Predicate<TableRow> read(String text) {
            return row -> true;
        }
    }

    private static Predicate<TableRow> equal(String column, Object value) {
        return row -> value.equals(row.facts().get(column));
    }

    private static <T extends Comparable<? super T>> Predicate<TableRow> range(
            String text, String column, Class<T> type, Function<String, T> parse) {
        String[] parts = text.split("\\|", -1);
        if (parts.length % 2 != 0) {
            throw new Broken(
                    "`" + text + "` must be an operator (gte, lte, gt, lt), a pipe and a value");
        }
        List<Predicate<T>> tests = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 2) {
            tests.add(test(parts[i], value(parts[i + 1], parse)));
        }
        return row ->
                row.fact(column, type)
                        .filter(found -> tests.stream().allMatch(test -> test.test(found)))
                        .isPresent();
    }

    private static <T> T value(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw new Broken("`" + text + "` is not a valid value");
        }
    }

    private static <T extends Comparable<? super T>> Predicate<T> test(String operator, T bound) {
        return switch (operator) {
            case "gte" -> found -> found.compareTo(bound) >= 0;
            case "lte" -> found -> found.compareTo(bound) <= 0;
            case "gt" -> found -> found.compareTo(bound) > 0;
            case "lt" -> found -> found.compareTo(bound) < 0;
            default -> throw new Broken("`" + operator + "` is not one of: gte, lte, gt, lt");
        };
    }
}
