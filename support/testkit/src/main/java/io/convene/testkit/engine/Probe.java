package io.convene.testkit.engine;

import io.convene.core.Filter;
import io.convene.core.Timestamps;
import io.convene.core.spi.TimeRange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One filter with a value, and the kit's own reading of what it lets pass.
 *
 * @param ids any of these, unless there is a range
 */
record Probe(Filter filter, List<String> ids, Optional<TimeRange> range, String said) {
    boolean matches(Row row) {
        Optional<String> value = row.value(filter.field());
        if (value.isEmpty()) {
            return false;
        }
        return range.isEmpty()
                ? ids.contains(value.get())
                : Timestamps.instant(value.get()).filter(range.get()::contains).isPresent();
    }

    /** Values of every kind that the rows suggest; none when no row has the field. */
    static List<Probe> of(Filter filter, List<Row> rows, int most) {
        List<String> values =
                rows.stream()
                        .flatMap(row -> row.value(filter.field()).stream())
                        .distinct()
                        .toList();
        if (values.isEmpty()) {
            return List.of();
        }
        return filter.isTime() ? times(filter, values) : ids(filter, values, most);
    }

    /** Two values of the filter that let the row pass, one of them others too. */
    static List<Probe> around(Filter filter, Row row, List<Row> rows, int most) {
        String value = row.value(filter.field()).orElseThrow();
        if (filter.isTime()) {
            Instant at = Timestamps.instant(value).orElseThrow();
            return List.of(
                    range(filter, TimeRange.all().from(at, true), ">= " + at),
                    range(filter, TimeRange.all().to(at, true), "<= " + at));
        }
        List<String> several = new ArrayList<>(List.of(value));
        rows.stream()
                .flatMap(other -> other.value(filter.field()).stream())
                .distinct()
                .filter(other -> !other.equals(value))
                .limit(Math.min(most, 20) - 1L)
                .forEach(several::add);
        return List.of(ids(filter, List.of(value)), ids(filter, several));
    }

    private static List<Probe> ids(Filter filter, List<String> values, int most) {
        List<Probe> probes = new ArrayList<>();
        probes.add(ids(filter, List.of(values.getFirst())));
        if (most > 1 && values.size() > 1) {
            probes.add(ids(filter, List.of(values.get(values.size() / 2), values.getLast())));
            List<String> many = new ArrayList<>();
            for (int i = 0; i < values.size() && many.size() < Math.min(most, 40); i += 3) {
                many.add(values.get(i));
            }
            probes.add(ids(filter, many));
        }
        return probes;
    }

    private static List<Probe> times(Filter filter, List<String> values) {
        List<Instant> times =
                values.stream()
                        .flatMap(value -> Timestamps.instant(value).stream())
                        .distinct()
                        .sorted()
                        .toList();
        Instant early = times.get(times.size() / 4);
        Instant middle = times.get(times.size() / 2);
        Instant late = times.get(times.size() * 3 / 4);
        Instant beyond = times.getLast().plus(Duration.ofDays(1));
        TimeRange all = TimeRange.all();
        return List.of(
                range(filter, all.from(middle, true), ">= " + middle),
                range(filter, all.from(middle, false), "> " + middle),
                range(filter, all.to(middle, true), "<= " + middle),
                range(filter, all.to(middle, false), "< " + middle),
                range(filter, all.from(early, true).to(late, true), early + " to " + late),
                range(filter, all.from(early, false).to(late, false), early + " < t < " + late),
                range(filter, all.from(middle, true).to(middle, true), "= " + middle),
                range(filter, all.from(beyond, true), ">= " + beyond));
    }

    private static Probe ids(Filter filter, List<String> ids) {
        String said =
                ids.size() == 1
                        ? filter.text() + " = " + ids.getFirst()
                        : filter.text() + " = any of " + ids.size();
        return new Probe(filter, ids, Optional.empty(), said);
    }

    private static Probe range(Filter filter, TimeRange range, String said) {
        return new Probe(filter, List.of(), Optional.of(range), filter.text() + " " + said);
    }
}
