package io.convene.testkit.engine.paging;

import io.convene.core.spi.VendorException;
import io.convene.launcher.query.Filters;
import io.convene.testkit.engine.host.Check;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.interviews.IdLists;
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.interviews.WholeList;
import io.convene.testkit.engine.report.Counted;
import io.convene.testkit.engine.report.RuleProblems;
import io.convene.testkit.engine.report.Thrown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares the whole list, in pages of many sizes, with the ids that the vendor has. */
public final class PagingCheck implements Check {
    private static final int FEWEST = 30;
    private static final int USUAL = 100;
    private static final int SMALL = 10;
    private static final int ENOUGH = 150;
    private static final String CURE =
            "Compare page()'s next position with the vendor's next page.";
    private static final int[] SIZES = {1, 2, 3, 7, 10, 49, 50, 51, 101, 250, 500};

    @Override
    public void run(Subject subject, RuleProblems problems) {
        List<String> vendors = subject.facts().interviews();
        if (vendors.size() < FEWEST) {
            problems.add(
                    "The test vendor has %s, which show nothing about paging: give it at least %d."
                            .formatted(Counted.count(vendors.size(), "interview"), FEWEST));
        }
        List<String> all = new ArrayList<>();
        for (Filters scope : subject.scopes()) {
            all.addAll(IdLists.of(rows(subject, scope, USUAL, problems)));
            if (!problems.isEmpty()) {
                return;
            }
        }
        IdLists.compare(vendors, all, "In pages of " + USUAL, CURE, problems);
        List<InterviewRow> rows = rows(subject, subject.scope(), USUAL, problems);
        Filters fewer = subject.scope(rows, ENOUGH);
        List<String> large = IdLists.of(rows);
        List<String> small = IdLists.of(rows(subject, fewer, USUAL, problems));
        for (int size : SIZES) {
            List<String> order = size < SMALL ? small : large;
            List<String> ids =
                    IdLists.of(
                            rows(subject, size < SMALL ? fewer : subject.scope(), size, problems));
            String pages = "In pages of " + size;
            IdLists.compare(order, ids, pages, CURE, problems);
            if (new HashSet<>(ids).equals(new HashSet<>(order)) && !ids.equals(order)) {
                problems.add(
                        "%s, the interviews come in another order than in pages of %d: keep the vendor's order."
                                .formatted(pages, USUAL));
            }
        }
    }

    private static List<InterviewRow> rows(
            Subject subject, Filters scope, int size, RuleProblems problems) {
        try {
            WholeList listed = subject.list(scope, Set.of(), size);
            listed.unended()
                    .ifPresent(why ->
                            problems.add(
                                    "In pages of %d, reading does not end: %s. Return Page.last when the vendor says that nothing follows."
                                            .formatted(size, why)));
            if (listed.partial()) {
                problems.add(
                        "In pages of %d, an answer is marked as partial although nothing went wrong: look at Page.omit and Page.total."
                                .formatted(size));
            }
            return listed.rows();
        } catch (VendorException e) {
            problems.add("In pages of %d, the list fails with %s".formatted(size, Thrown.said(e)));
            return List.of();
        }
    }
}
