package io.convene.testkit.engine.paging;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.launcher.query.Filters;
import io.convene.testkit.engine.host.Check;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.interviews.IdLists;
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.interviews.WholeList;
import io.convene.testkit.engine.report.RuleProblems;
import io.convene.testkit.engine.report.Thrown;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * The whole list from a vendor that gives fewer records a page than it is asked for: once by
 * requests that ask for fewer than the pages are read with, and by the test vendor itself where it
 * can.
 */
public final class CappedPagesCheck implements Check {
    private static final int USUAL = 100;
    private static final int ENOUGH = 150;
    private static final int[] CAPS = {20, 7};
    private static final int[] ASKED = {50, 100, 500};
    private static final String UNSEEN =
            "CAPPED_PAGES saw no page with fewer records than asked for: the bundle always asks for pages of one size, so implement capPages() of the test vendor.";
    private static final String CURE =
            "A page with fewer records than asked for need not be the last one: go on until the vendor says that nothing follows, or gives an empty page.";

    @Override
    public void run(Subject subject, RuleProblems problems) {
        PageCount whole = new PageCount(subject.listing());
        List<InterviewRow> rows = subject.list(subject.scope(), Set.of(), USUAL, whole).rows();
        Filters scope = subject.scope(rows, ENOUGH);
        PageCount usual = new PageCount(subject.listing());
        List<String> expected = IdLists.of(subject.list(scope, Set.of(), USUAL, usual).rows());
        boolean seen = false;
        for (int cap : CAPS) {
            for (int asked : ASKED) {
                CappedReading reading = new CappedReading(scope, cap, asked);
                PageCount capped = new PageCount(new CappedListing(subject.listing(), cap));
                reading.run(subject, listing -> capped, expected, problems);
                seen |= asked == USUAL && capped.pages() > usual.pages();
            }
            seen |= byTheVendor(subject, scope, cap, expected, problems);
        }
        if (!seen && whole.goesOn()) {
            problems.addGap(UNSEEN);
        }
    }

    /** Whether the vendor can cap its pages. */
    private static boolean byTheVendor(
            Subject subject, Filters scope, int cap, List<String> expected, RuleProblems problems) {
        IntPredicate vendor = subject.facts().capPages();
        boolean capped = vendor.test(cap);
        try {
            for (int asked : capped ? ASKED : new int[0]) {
                CappedReading reading = new CappedReading(scope, cap, asked);
                reading.run(subject, UnaryOperator.identity(), expected, problems);
            }
        } finally {
            boolean lifted = vendor.test(Integer.MAX_VALUE);
            if (lifted != capped) {
                problems.add(
                        "capPages() of the test vendor answers one number with true and another with false.");
            }
        }
        return capped;
    }

    /** One reading of the whole list. */
    private record CappedReading(Filters scope, int cap, int asked) {
        void run(
                Subject subject,
                UnaryOperator<Listing<InterviewDraft>> other,
                List<String> expected,
                RuleProblems problems) {
            String said =
                    "When the vendor gives at most %d records a page and %d are asked for"
                            .formatted(cap, asked);
            try {
                WholeList listed = subject.list(scope, Set.of(), asked, other);
                listed.unended().ifPresent(why -> problems.add("%s, %s.".formatted(said, why)));
                IdLists.compare(expected, IdLists.of(listed.rows()), said, CURE, problems);
            } catch (RuntimeException e) {
                problems.add("%s, the list fails with %s".formatted(said, Thrown.said(e)));
            }
        }
    }
}
