package io.convene.testkit.engine.values;

import io.convene.core.Filter;
import io.convene.core.spi.TimeRange;
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.interviews.UnknownIds;
import io.convene.testkit.engine.report.Counted;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One filter with a value, and the kit's own decision which interviews pass.
 *
 * @param ids any of these, unless it is a filter of times
 */
record FilterProbe(Filter filter, List<String> ids, Span span) {
    /** From one bound to another, either of which may be open or belong to it. */
    private record Span(
            Optional<Instant> from,
            boolean fromIncluded,
            Optional<Instant> to,
            boolean toIncluded) {
        static final Span ALL = new Span(Optional.empty(), false, Optional.empty(), false);

        Span from(Instant bound, boolean included) {
            return new Span(Optional.of(bound), included, to, toIncluded);
        }

        Span to(Instant bound, boolean included) {
            return new Span(from, fromIncluded, Optional.of(bound), included);
        }

        boolean contains(Instant time) {
            int below = from.map(bound -> bound.compareTo(time)).orElse(-1);
            int above = to.map(time::compareTo).orElse(-1);
            return (below < 0 || (below == 0 && fromIncluded))
                    && (above < 0 || (above == 0 && toIncluded));
        }

        @Override
        public String toString() {
            return from.map(bound -> (fromIncluded ? ">= " : "> ") + bound).orElse("")
                    + (from.isPresent() && to.isPresent() ? " and " : "")
                    + to.map(bound -> (toIncluded ? "<= " : "< ") + bound).orElse("");
        }
    }

    boolean matches(InterviewRow row) {
        Optional<String> value = row.value(filter.field());
        if (value.isEmpty()) {
            return false;
        }
        return filter.isTime()
                ? span.contains(Instant.parse(value.get()))
                : ids.contains(value.get());
    }

    /** The same as a bundle is told it. */
    TimeRange range() {
        TimeRange lower =
                span.from
                        .map(bound -> TimeRange.all().from(bound, span.fromIncluded))
                        .orElseGet(TimeRange::all);
        return span.to.map(bound -> lower.to(bound, span.toIncluded)).orElse(lower);
    }

    /** The filter as it is written in a sentence, such as {@code candidate_id in (c1, c2)}. */
    String said() {
        if (filter.isTime()) {
            return filter.text() + " " + span;
        }
        String value = ids.size() == 1 ? "= " + ids.getFirst() : "in " + Counted.list(ids);
        return filter.text() + " " + value;
    }

    /** Values of every kind that the rows suggest; none when no row has the field. */
    static List<FilterProbe> of(Filter filter, List<InterviewRow> rows, int most) {
        List<String> values = values(filter, rows);
        if (values.isEmpty()) {
            return List.of();
        }
        return filter.isTime() ? times(filter, values) : ids(filter, values, most);
    }

    /** Values of the filter at the very value of the row, most of which let others pass too. */
    static List<FilterProbe> around(
            Filter filter, InterviewRow row, List<InterviewRow> rows, int most) {
        String value = row.value(filter.field()).orElseThrow();
        if (filter.isTime()) {
            Instant at = Instant.parse(value);
            return List.of(
                    span(filter, Span.ALL.from(at, true)),
                    span(filter, Span.ALL.to(at, true)),
                    span(filter, Span.ALL.to(at, false)));
        }
        List<String> several = new ArrayList<>(List.of(value));
        values(filter, rows).stream()
                .filter(other -> !other.equals(value))
                .limit(Math.min(most, 20) - 1L)
                .forEach(several::add);
        return List.of(ids(filter, List.of(value)), ids(filter, several));
    }

    private static List<String> values(Filter filter, List<InterviewRow> rows) {
        return rows.stream().flatMap(row -> row.value(filter.field()).stream()).distinct().toList();
    }

    private static List<FilterProbe> ids(Filter filter, List<String> values, int most) {
        String nobodys = UnknownIds.unlike(values.getFirst(), values);
        List<FilterProbe> probes = new ArrayList<>();
        probes.add(ids(filter, List.of(values.getFirst())));
        probes.add(ids(filter, List.of(nobodys)));
        if (most > 1 && values.size() > 1) {
            probes.add(ids(filter, List.of(values.get(values.size() / 2), values.getLast())));
            probes.add(ids(filter, List.of(nobodys, values.get(values.size() / 3))));
            List<String> many = new ArrayList<>();
            for (int i = 0; i < values.size() && many.size() < Math.min(most, 40); i += 3) {
                many.add(values.get(i));
            }
            probes.add(ids(filter, many));
            probes.add(ids(filter, values.subList(0, Math.min(most, values.size()))));
        }
        return probes;
    }

    private static List<FilterProbe> times(Filter filter, List<String> values) {
        List<Instant> times = values.stream().map(Instant::parse).sorted().toList();
        Instant first = times.getFirst();
        Instant early = times.get(times.size() / 4);
        Instant middle = times.get(times.size() / 2);
        Instant late = times.get(times.size() * 3 / 4);
        Instant last = times.getLast();
        List<Span> spans = new ArrayList<>();
        for (boolean included : List.of(true, false)) {
            for (Instant bound : List.of(first, middle, last)) {
                spans.add(Span.ALL.from(bound, included));
                spans.add(Span.ALL.to(bound, included));
            }
            spans.add(Span.ALL.from(early, included).to(late, !included));
            spans.add(Span.ALL.from(middle, included).to(middle.plusMillis(1), false));
        }
        spans.add(Span.ALL.from(middle, true).to(middle, true));
        return spans.stream().map(span -> span(filter, span)).toList();
    }

    private static FilterProbe ids(Filter filter, List<String> ids) {
        return new FilterProbe(filter, List.copyOf(ids), Span.ALL);
    }

    private static FilterProbe span(Filter filter, Span span) {
        return new FilterProbe(filter, List.of(), span);
    }
}
