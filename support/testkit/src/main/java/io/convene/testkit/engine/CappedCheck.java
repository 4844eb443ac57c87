package io.convene.testkit.engine;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.launcher.query.Filters;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * The whole list from a vendor that gives fewer records a page than it is asked for: once by
 * requests that ask for fewer than the pages are read with, and by the test vendor itself where it
 * can.
 */
final class CappedCheck implements Check {
    private static final int USUAL = 100;
    private static final int ENOUGH = 150;
    private static final int[] CAPS = {20, 7};
    private static final int[] ASKED = {50, 100, 500};
    private static final String CURE =
            "A page with fewer records than asked for need not be the last one: go on until the vendor says that nothing follows, or gives an empty page.";

    @Override
    public void run(Subject subject, Problems problems) {
        List<Row> rows = subject.list(subject.scope(), Set.of(), USUAL).rows();
        Filters scope = subject.scope(rows, ENOUGH);
        List<String> expected = IdLists.of(subject.list(scope, Set.of(), USUAL).rows());
        for (int cap : CAPS) {
            for (int asked : ASKED) {
                Reading reading = new Reading(scope, cap, asked);
                reading.run(subject, listing -> new Capped(listing, cap), expected, problems);
            }
            byTheVendor(subject, scope, cap, expected, problems);
        }
    }

    private static void byTheVendor(
            Subject subject, Filters scope, int cap, List<String> expected, Problems problems) {
        IntPredicate vendor = subject.facts().capPages();
        boolean capped = vendor.test(cap);
        try {
            for (int asked : capped ? ASKED : new int[0]) {
                Reading reading = new Reading(scope, cap, asked);
                reading.run(subject, UnaryOperator.identity(), expected, problems);
            }
        } finally {
            boolean lifted = vendor.test(Integer.MAX_VALUE);
            if (lifted != capped) {
                problems.add(
                        "capPages() of the test vendor answers one number with true and another with false.");
            }
        }
    }

    /** One reading of the whole list. */
    private record Reading(Filters scope, int cap, int asked) {
        void run(
                Subject subject,
                UnaryOperator<Listing<InterviewDraft>> other,
                List<String> expected,
                Problems problems) {
            String said =
                    "When the vendor gives at most %d records a page and %d are asked for"
                            .formatted(cap, asked);
            try {
                Listed listed = subject.list(scope, Set.of(), asked, other);
                listed.unended().ifPresent(why -> problems.add("%s, %s.".formatted(said, why)));
                IdLists.compare(expected, IdLists.of(listed.rows()), said, CURE, problems);
            } catch (RuntimeException e) {
                problems.add("%s, the list fails with %s".formatted(said, Thrown.said(e)));
            }
        }
    }
}
