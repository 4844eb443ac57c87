package io.convene.endtoend.matrix;

import static java.util.stream.Collectors.joining;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.spi.Support;
import io.convene.endtoend.Formats;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One parameter, or several that change each other, asked of each integration in each format. */
sealed interface MatrixRow {
    /** The name of the row in the table. */
    String label();

    /** The parameters, with values that some of these interviews have. */
    Map<String, Object> query(String integration, List<Item> interviews);

    /** The required result. */
    Cell cell(String integration, Support support, String format);

    /** Filters that are asked together, under these names. */
    record Filtered(List<String> names, Set<Filter> filters) implements MatrixRow {
        static Filtered by(Filter... filters) {
            List<String> names = Arrays.stream(filters).map(Filter::text).toList();
            return new Filtered(names, EnumSet.copyOf(List.of(filters)));
        }

        @Override
        public String label() {
            return names.stream().map(name -> "`" + name + "`").collect(joining(" with "));
        }

        @Override
        public Map<String, Object> query(String integration, List<Item> interviews) {
            Map<String, Object> query = new LinkedHashMap<>();
            int i = 0;
            for (Filter filter : filters) {
                Optional<String> present =
                        interviews.stream()
                                .flatMap(interview -> value(filter, interview).stream())
                                .findFirst();
                query.put(names.get(i++), present.orElse(filter.isTime() ? "2026-06-01" : "1"));
            }
            return query;
        }

        @Override
        public Cell cell(String integration, Support support, String format) {
            Set<Filter> asked = EnumSet.copyOf(filters);
            asked.addAll(support.required());
            for (Filter filter : asked) {
                if (support.treatment(filter, asked).isEmpty()) {
                    return Cell.refused(
                            "not available",
                            "'" + filter.text() + "' is not available for " + integration);
                }
            }
            Set<Filter> local = EnumSet.copyOf(asked);
            local.removeIf(filter ->
                    support.treatment(filter, asked).equals(Optional.of(Support.Treatment.VENDOR)));
            if (Formats.HANDED_ON.contains(format) && !local.isEmpty()) {
                return Cell.refused("local", "evaluated by Convene", "format cannot");
            }
            String shown =
                    filters.stream()
                            .map(filter -> treatment(support, filter, asked))
                            .collect(joining(", "));
            return Cell.works(shown, receipt(support, asked));
        }

        private static String treatment(Support support, Filter filter, Set<Filter> asked) {
            String text = support.treatment(filter, asked).orElseThrow().text();
            return support.required().contains(filter) ? text + ", required" : text;
        }

        private static Optional<String> value(Filter filter, Item interview) {
            Item field = interview.at(filter.field().text());
            return filter.isTime() ? field.text().optional() : field.text("id").optional();
        }
    }

    /** A field to be expanded. */
    record Expanded(Field field) implements MatrixRow {
        @Override
        public String label() {
            return "`expand[]=" + field.text() + "`";
        }

        @Override
        public Map<String, Object> query(String integration, List<Item> interviews) {
            return Map.of("expand", List.of(field.text()));
        }

        @Override
        public Cell cell(String integration, Support support, String format) {
            if (Formats.HANDED_ON.contains(format)) {
                return Cell.refused("no side calls", "both expand and the " + format);
            }
            if (!support.fields().contains(field)) {
                return Cell.refused(
                        "not available",
                        "'" + field.text() + "' is not available for " + integration);
            }
            String text = support.expands().contains(field) ? "works" : "always filled";
            return Cell.works(text, receipt(support, support.required()));
        }
    }

    /**
     * A parameter that works the same for every integration.
     *
     * @param query the parameters by integration; the empty name is for all others
     * @param refusing the formats that refuse it
     * @param word a text in the refusal
     */
    record Plain(
            String label,
            Map<String, Map<String, Object>> query,
            List<String> refusing,
            String word)
            implements MatrixRow {
        static Plain of(String label, String name, Object value, List<String> refusing) {
            return new Plain(label, Map.of("", Map.of(name, value)), refusing, name);
        }

        @Override
        public Map<String, Object> query(String integration, List<Item> interviews) {
            return Optional.ofNullable(query.get(integration)).orElseGet(() -> query.get(""));
        }

        @Override
        public Cell cell(String integration, Support support, String format) {
            return refusing.contains(format)
                    ? Cell.refused("no effect", word, "excluded fields")
                    : Cell.works("works", receipt(support, support.required()));
        }
    }

    /** Nothing but the account. */
    record Bare() implements MatrixRow {
        @Override
        public String label() {
            return "no filter";
        }

        @Override
        public Map<String, Object> query(String integration, List<Item> interviews) {
            return Map.of();
        }

        @Override
        public Cell cell(String integration, Support support, String format) {
            String missing = support.required().stream().map(Filter::text).collect(joining(", "));
            return missing.isEmpty()
                    ? Cell.works("works", "")
                    : Cell.refused("needs `" + missing + "`", "only with " + missing);
        }
    }

    /** Whether the filters that the integration cannot do without must be added. */
    default boolean addsRequired() {
        return !(this instanceof Bare);
    }

    /** Every row, in the order of the table. */
    static List<MatrixRow> all() {
        List<String> whole = Stream.concat(Stream.of("debug"), Formats.HANDED_ON.stream()).toList();
        List<String> mapping = Formats.HANDED_ON;
        return List.of(
                new Bare(),
                Filtered.by(Filter.APPLICATION_ID),
                Filtered.by(Filter.CANDIDATE_ID),
                Filtered.by(Filter.JOB_INTERVIEW_STAGE_ID),
                Filtered.by(Filter.CREATED_AT),
                Filtered.by(Filter.UPDATED_AT),
                new Filtered(List.of("updated"), EnumSet.of(Filter.UPDATED_AT)),
                Filtered.by(Filter.CREATED_AT, Filter.UPDATED_AT),
                Filtered.by(Filter.START_AT),
                Filtered.by(Filter.END_AT),
                Filtered.by(Filter.START_AT, Filter.END_AT),
                Plain.of("`limit`", "limit", 2, List.of()),
                new Plain(
                        "`remote_query[…]`",
                        Map.of(
                                "",
                                Map.of("remote_query", Map.of("source", "x")),
                                "ceipal",
                                Map.of(
                                        "remote_query",
                                        Map.of("modifiedAfter", "2020-01-01 00:00:00")),
                                "greenhouse",
                                Map.of("remote_query", Map.of("status", "complete"))),
                        List.of(),
                        "remote_query"),
                new Expanded(Field.CANDIDATE),
                new Expanded(Field.JOB_INTERVIEW_STAGE),
                Plain.of("`truto_key_by`", "truto_key_by", "id", mapping),
                Plain.of("`truto_ignore_limit`", "truto_ignore_limit", true, whole),
                Plain.of("`truto_ignore_remote_data`", "truto_ignore_remote_data", true, mapping),
                Plain.of("`truto_exclude_fields`", "truto_exclude_fields", "location", mapping));
    }

    private static String receipt(Support support, Set<Filter> asked) {
        return asked.stream()
                .map(filter ->
                        filter.text() + "=" + support.treatment(filter, asked).orElseThrow().text())
                .collect(joining(", "));
    }
}
