package io.convene.testkit.engine.values;

import io.convene.core.Filter;
import io.convene.core.spi.VendorException;
import io.convene.launcher.query.Filters;
import io.convene.testkit.engine.host.Check;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.interviews.UnknownIds;
import io.convene.testkit.engine.report.RuleProblems;
import io.convene.testkit.engine.report.Thrown;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Interviews found by id, where support() says that they can be. */
public final class LookupCheck implements Check {
    private static final int TRIED = 10;

    @Override
    public void run(Subject subject, RuleProblems problems) {
        Optional<Set<Filter>> needed = subject.support().lookup();
        if (needed.isEmpty()) {
            return;
        }
        List<InterviewRow> rows = subject.list(subject.scope(), Set.of(), 100).rows();
        ExpectedList reference =
                subject.facts().truth().isEmpty()
                        ? new ExpectedList(rows, false)
                        : ExpectedList.of(subject, subject.scope());
        Comparison comparison = new Comparison(subject, reference, problems);
        List<InterviewRow> fit =
                rows.stream()
                        .filter(row ->
                                needed.get().stream()
                                        .allMatch(filter -> row.value(filter.field()).isPresent()))
                        .toList();
        if (fit.isEmpty()) {
            problems.add(
                    "support() says that an interview is found by its id together with %s, and no interview of the test vendor has these fields."
                            .formatted(needed.get().stream().map(Filter::text).toList()));
        }
        int step = Math.max(1, fit.size() / TRIED);
        for (int i = 0; i < fit.size(); i += step) {
            InterviewRow row = fit.get(i);
            Filters filters = filters(row, needed.get());
            Optional<InterviewRow> found = find(subject, row.id(), filters, problems);
            found.ifPresent(one -> comparison.fields("Found by its id", one, Set.of()));
            if (found.isEmpty()) {
                problems.add(
                        "The interview %s is in the list and not found by id: look at lookup() and at the page that page() returns for its answer."
                                .formatted(row.id()));
            }
            if (find(
                            subject,
                            UnknownIds.unlike(
                                    row.id(), rows.stream().map(InterviewRow::id).toList()),
                            filters,
                            new RuleProblems())
                    .isPresent()) {
                problems.add(
                        "An id that no interview has is found: page() must give no item for an answer without the record.");
            }
        }
    }

    private static Optional<InterviewRow> find(
            Subject subject, String id, Filters filters, RuleProblems problems) {
        try {
            return subject.find(id, filters).filter(row -> row.id().equals(id));
        } catch (VendorException e) {
            problems.add(
                    "Finding the interview %s by its id fails with %s"
                            .formatted(id, Thrown.said(e)));
            return Optional.empty();
        }
    }

    private static Filters filters(InterviewRow row, Set<Filter> needed) {
        Map<Filter, List<String>> values = new EnumMap<>(Filter.class);
        for (Filter filter : needed) {
            values.put(filter, List.of(row.value(filter.field()).orElseThrow()));
        }
        return Filters.of(values, Map.of());
    }
}
