package io.convene.testkit.engine;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.spi.TimeRange;
import io.convene.core.spi.VendorException;
import io.convene.launcher.query.Filters;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Filtered lists beside the same filters over the whole list. */
final class FilterChecks {
    private static final int[] LIMITS = {100, 7};

    private final Subject subject;
    private final Problems problems;
    private final Filters scope;
    private final List<Row> whole;
    private final Map<String, Row> plain = new HashMap<>();
    private final Set<Field> compared = EnumSet.allOf(Field.class);

    private FilterChecks(Subject subject, Problems problems) {
        this.subject = subject;
        this.problems = problems;
        this.scope = subject.scope();
        Set<Field> expands = subject.support().expands();
        this.whole = subject.list(scope, expands, 100).rows();
        List<Row> unexpanded =
                expands.isEmpty() ? whole : subject.list(scope, Set.of(), 100).rows();
        unexpanded.forEach(row -> plain.put(row.id(), row));
        // A filter may have more of these filled than no filter.
        compared.removeAll(expands);
    }

    static void each(Subject subject, Problems problems) {
        new FilterChecks(subject, problems).each();
    }

    static void pairs(Subject subject, Problems problems) {
        new FilterChecks(subject, problems).pairs();
    }

    private void each() {
        for (Filter filter : subject.support().filters()) {
            List<Probe> probes = Probe.of(filter, whole, subject.most(filter));
            if (probes.isEmpty()) {
                problems.add(
                        "The filter "
                                + filter.text()
                                + " cannot be examined: no interview of the test vendor has "
                                + filter.field().text()
                                + ".");
            }
            for (int i = 0; i < probes.size(); i++) {
                compare(List.of(probes.get(i)), LIMITS[i % LIMITS.length]);
            }
        }
    }

    private void pairs() {
        List<Filter> filters = List.copyOf(subject.support().filters());
        for (int i = 0; i < filters.size(); i++) {
            for (int j = i + 1; j < filters.size(); j++) {
                pair(filters.get(i), filters.get(j));
            }
        }
    }

    private void pair(Filter first, Filter second) {
        List<Row> both =
                whole.stream()
                        .filter(row ->
                                row.value(first.field()).isPresent()
                                        && row.value(second.field()).isPresent())
                        .toList();
        if (both.isEmpty()) {
            return;
        }
        Row row = both.get(both.size() / 2);
        for (Probe one : Probe.around(first, row, whole, subject.most(first))) {
            for (Probe other : Probe.around(second, row, whole, subject.most(second))) {
                compare(List.of(one, other), 100);
            }
        }
    }

    private void compare(List<Probe> probes, int limit) {
        String said = probes.stream().map(Probe::said).collect(Collectors.joining(" and "));
        Listed listed;
        try {
            listed = subject.list(asked(probes), Set.of(), limit);
        } catch (VendorException e) {
            problems.add("With " + said + " the list fails: " + e.kind() + ", " + e.getMessage());
            return;
        }
        Set<String> expected = new HashSet<>();
        for (Row row : whole) {
            if (probes.stream().allMatch(probe -> probe.matches(row))) {
                expected.add(row.id());
            }
        }
        Set<String> seen = new HashSet<>();
        for (Row row : listed.rows()) {
            if (!seen.add(row.id())) {
                problems.add("With " + said + " the interview " + row.id() + " comes twice.");
            } else if (!expected.contains(row.id())) {
                problems.add(
                        "With "
                                + said
                                + " the interview "
                                + row.id()
                                + " comes, which is not within: "
                                + values(row, probes)
                                + ".");
            } else {
                sameAsWithout(row, said);
            }
        }
        expected.removeAll(seen);
        if (!expected.isEmpty()) {
            problems.add(
                    "With "
                            + said
                            + " "
                            + expected.size()
                            + " interviews are missing of those within, such as "
                            + expected.stream().sorted().findFirst().orElseThrow()
                            + ".");
        }
        listed.unended().ifPresent(why -> problems.add("With " + said + " " + why + "."));
    }

    private void sameAsWithout(Row row, String said) {
        Optional.ofNullable(plain.get(row.id()))
                .map(other -> row.differences(other, compared))
                .filter(differences -> !differences.isEmpty())
                .ifPresent(differences ->
                        problems.add(
                                "With "
                                        + said
                                        + " the interview "
                                        + row.id()
                                        + " differs from the same without a filter in "
                                        + differences
                                        + "."));
    }

    private Filters asked(List<Probe> probes) {
        Map<Filter, List<String>> values = new EnumMap<>(Filter.class);
        Map<Filter, TimeRange> ranges = new EnumMap<>(Filter.class);
        for (Filter filter : scope.asked()) {
            values.put(filter, scope.values(filter));
        }
        for (Probe probe : probes) {
            probe.range()
                    .ifPresentOrElse(
                            range -> ranges.put(probe.filter(), range),
                            () -> values.put(probe.filter(), probe.ids()));
        }
        return Filters.of(values, ranges);
    }

    private static String values(Row row, List<Probe> probes) {
        return probes.stream()
                .map(probe ->
                        probe.filter().field().text()
                                + " is "
                                + row.value(probe.filter().field()).orElse("absent"))
                .collect(Collectors.joining(", "));
    }
}
