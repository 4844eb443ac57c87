package io.convene.testkit.engine.values;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.spi.TimeRange;
import io.convene.core.spi.VendorException;
import io.convene.launcher.query.Filters;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.interviews.WholeList;
import io.convene.testkit.engine.report.RuleProblems;
import io.convene.testkit.engine.report.Thrown;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares filtered lists with the kit's own filter over the required interviews. */
public final class FilterChecks {
    private static final int FEW = 60;
    private static final int[] MANY_EACH = {100, 250};
    private static final int[] FEW_EACH = {7, 100, 49, 100};
    private static final int[] FEW_OF_PAIRS = {49, 100, 20, 100};

    private final Subject subject;
    private final RuleProblems problems;
    private final Filters scope;
    private final ExpectedList reference;
    private final Comparison comparison;
    private int compared;

    private FilterChecks(Subject subject, RuleProblems problems) {
        this.subject = subject;
        this.problems = problems;
        this.scope = subject.scope();
        this.reference = ExpectedList.of(subject, scope);
        this.comparison = new Comparison(subject, reference, problems);
    }

    public static void each(Subject subject, RuleProblems problems) {
        new FilterChecks(subject, problems).each();
    }

    /** Each filter with the values that let the fewest and the most interviews pass. */
    public static void some(Subject subject, RuleProblems problems) {
        FilterChecks checks = new FilterChecks(subject, problems);
        for (Filter filter : subject.support().filters()) {
            List<FilterProbe> probes =
                    FilterProbe.of(filter, checks.reference.rows(), subject.most(filter));
            if (!probes.isEmpty()) {
                checks.compare(List.of(probes.getFirst()));
                checks.compare(List.of(probes.getLast()));
            }
        }
    }

    public static void pairs(Subject subject, RuleProblems problems) {
        new FilterChecks(subject, problems).pairs();
    }

    private void each() {
        for (Filter filter : subject.support().filters()) {
            List<FilterProbe> probes =
                    FilterProbe.of(filter, reference.rows(), subject.most(filter));
            if (probes.isEmpty()) {
                problems.add(
                        "The filter %s cannot be examined, because no interview of the test vendor has the field %s: give some of them one."
                                .formatted(filter.text(), filter.field().text()));
            }
            probes.forEach(probe -> compare(List.of(probe)));
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
        List<InterviewRow> both =
                reference.rows().stream()
                        .filter(row ->
                                row.value(first.field()).isPresent()
                                        && row.value(second.field()).isPresent())
                        .toList();
        if (both.isEmpty()) {
            return;
        }
        List<FilterProbe> firsts = around(first, both.get(both.size() / 3));
        List<FilterProbe> seconds = around(second, both.get(both.size() / 3));
        for (FilterProbe one : firsts) {
            for (FilterProbe other : seconds) {
                compare(List.of(one, other));
            }
        }
        InterviewRow late = both.get(both.size() * 4 / 5);
        compare(List.of(around(first, late).getFirst(), around(second, late).getFirst()));
        compare(List.of(around(first, late).getLast(), around(second, late).getLast()));
    }

    private List<FilterProbe> around(Filter filter, InterviewRow row) {
        return FilterProbe.around(filter, row, reference.rows(), subject.most(filter));
    }

    private void compare(List<FilterProbe> probes) {
        String said =
                probes.stream()
                        .map(FilterProbe::said)
                        .collect(Collectors.joining(" and ", "With ", ""));
        List<InterviewRow> expected =
                reference.rows().stream()
                        .filter(row -> probes.stream().allMatch(probe -> probe.matches(row)))
                        .toList();
        int[] few = probes.size() == 1 ? FEW_EACH : FEW_OF_PAIRS;
        int[] limits = expected.size() <= FEW ? few : MANY_EACH;
        int limit = limits[compared++ % limits.length];
        try {
            WholeList listed = subject.list(asked(probes), Set.of(), limit);
            Set<Field> full = EnumSet.noneOf(Field.class);
            probes.forEach(probe -> full.add(probe.filter().field()));
            comparison.list(
                    said,
                    listed,
                    expected,
                    full,
                    row -> "which does not match: its %s.".formatted(values(row, probes)));
        } catch (VendorException e) {
            // A vendor may refuse an id that it does not know.
            if (!expected.isEmpty() || e.kind() != VendorException.Kind.NOT_FOUND) {
                problems.add("%s, the list fails with %s".formatted(said, Thrown.said(e)));
            }
        }
    }

    private Filters asked(List<FilterProbe> probes) {
        Map<Filter, List<String>> values = new EnumMap<>(Filter.class);
        Map<Filter, TimeRange> ranges = new EnumMap<>(Filter.class);
        for (Filter filter : scope.asked()) {
            values.put(filter, scope.values(filter));
        }
        for (FilterProbe probe : probes) {
            if (probe.filter().isTime()) {
                ranges.put(probe.filter(), probe.range());
            } else {
                values.put(probe.filter(), probe.ids());
            }
        }
        return Filters.of(values, ranges);
    }

    private static String values(InterviewRow row, List<FilterProbe> probes) {
        return probes.stream()
                .map(probe ->
                        "%s is %s"
                                .formatted(
                                        probe.filter().field().text(),
                                        row.value(probe.filter().field()).orElse("absent")))
                .collect(Collectors.joining(" and its "));
    }
}
