package io.convene.endtoend.clients;

import static java.util.stream.Collectors.toCollection;

import io.convene.core.Filter;
import io.convene.core.Item;
import io.convene.core.Timestamps;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A filter as a client sends it, and the interviews that match it.
 *
 * @param parameters the parameters, as a client nests them
 * @param matches the reference
 */
record FilterCase(Map<String, Object> parameters, Predicate<Item> matches) {
    /** No filter. */
    static FilterCase none() {
        return new FilterCase(Map.of(), interview -> true);
    }

    /** Both at once; they must not filter by the same name. */
    FilterCase and(FilterCase other) {
        Map<String, Object> both = new LinkedHashMap<>(parameters);
        both.putAll(other.parameters);
        return new FilterCase(both, matches.and(other.matches));
    }

    /** Every way to write the filter, with values that some of these interviews have. */
    static List<FilterCase> of(Filter filter, List<Item> interviews) {
        return filter.isTime() ? times(filter, interviews) : ids(filter, interviews);
    }

    private static List<FilterCase> ids(Filter filter, List<Item> interviews) {
        List<String> present =
                interviews.stream()
                        .flatMap(interview -> id(filter, interview).stream())
                        .collect(toCollection(LinkedHashSet::new))
                        .stream()
                        .toList();
        String first = present.getFirst();
        // The vendors check the form of an id.
        String unknown =
                IntStream.range(0, 10)
                        .mapToObj(digit -> first.substring(0, first.length() - 1) + digit)
                        .filter(id -> !present.contains(id))
                        .findFirst()
                        .orElseThrow();
        List<String> several = List.of(present.getLast(), unknown, present.get(present.size() / 2));
        return List.of(
                ids(filter, first, List.of(first)),
                ids(filter, several, several),
                ids(filter, Map.of("in", several), several),
                ids(filter, String.join(",", several), several),
                ids(filter, Map.of("eq", first), List.of(first)));
    }

    private static FilterCase ids(Filter filter, Object sent, List<String> wanted) {
        return new FilterCase(
                Map.of(filter.text(), sent),
                interview -> id(filter, interview).filter(wanted::contains).isPresent());
    }

    private static List<FilterCase> times(Filter filter, List<Item> interviews) {
        List<Instant> present =
                interviews.stream()
                        .flatMap(interview -> time(filter, interview).stream())
                        .sorted()
                        .toList();
        Instant low = present.get(present.size() / 4);
        Instant high = present.get(present.size() * 3 / 4);
        LocalDate day = LocalDate.ofInstant(low, ZoneOffset.UTC);
        Instant morning = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant night = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        String offset = low.atOffset(ZoneOffset.ofHours(2)).toString();
        List<FilterCase> cases = new ArrayList<>();
        cases.add(
                times(
                        filter,
                        Map.of("gte", offset, "lt", high.toString()),
                        time -> !time.isBefore(low) && time.isBefore(high)));
        cases.add(
                times(
                        filter,
                        Map.of("gt", low.toString(), "lte", high.toString()),
                        time -> time.isAfter(low) && !time.isAfter(high)));
        cases.add(times(filter, Map.of("eq", low.toString()), low::equals));
        cases.add(
                times(
                        filter,
                        Map.of("eq", day.toString()),
                        time -> !time.isBefore(morning) && time.isBefore(night)));
        cases.add(
                filter == Filter.END_AT
                        ? times(filter, high.toString(), time -> !time.isAfter(high))
                        : times(filter, high.toString(), time -> !time.isBefore(high)));
        if (filter == Filter.UPDATED_AT) {
            cases.add(
                    new FilterCase(
                            Map.of("updated", low.toString()),
                            interview ->
                                    time(filter, interview)
                                            .filter(time -> !time.isBefore(low))
                                            .isPresent()));
        }
        return cases;
    }

    private static FilterCase times(Filter filter, Object sent, Predicate<Instant> wanted) {
        return new FilterCase(
                Map.of(filter.text(), sent),
                interview -> time(filter, interview).filter(wanted).isPresent());
    }

    private static Optional<String> id(Filter filter, Item interview) {
        return interview.at(filter.field().text()).text("id").optional();
    }

    private static Optional<Instant> time(Filter filter, Item interview) {
        return Timestamps.instant(interview.text(filter.field().text()));
    }
}
