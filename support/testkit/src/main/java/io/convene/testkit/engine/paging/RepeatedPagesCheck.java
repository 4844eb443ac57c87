package io.convene.testkit.engine.paging;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;
import io.convene.testkit.engine.host.Check;
import io.convene.testkit.engine.host.ForwardingListing;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.interviews.WholeList;
import io.convene.testkit.engine.report.Counted;
import io.convene.testkit.engine.report.RuleProblems;
import io.convene.testkit.engine.report.Thrown;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** A vendor that gives its first page whatever page it is asked for: reading it must fail. */
public final class RepeatedPagesCheck implements Check {
    /** One answer over many pages, and a chain of answers with a cursor between any two. */
    private static final int[] LIMITS = {500, 10};

    private static final int PAGE = 10;

    @Override
    public void run(Subject subject, RuleProblems problems) {
        for (int limit : LIMITS) {
            Repeating repeating = new Repeating(new CappedListing(subject.listing(), PAGE));
            String said =
                    "When the vendor gives its first page for every page, in answers of %d interviews"
                            .formatted(limit);
            try {
                WholeList listed = subject.list(subject.scope(), Set.of(), limit, repeating);
                if (listed.unended().isPresent()) {
                    problems.add(
                            "%s, reading does not end: %s."
                                    .formatted(said, listed.unended().get()));
                } else if (repeating.isRepeated() && !listed.partial()) {
                    problems.add(
                            "%s, the list ends after %s as if it were whole. Let the host notice the repetition, or throw a VendorException of kind UNUSABLE_ANSWER."
                                    .formatted(
                                            said,
                                            Counted.count(listed.rows().size(), "interview")));
                }
            } catch (VendorException e) {
                // As it must be.
            } catch (RuntimeException e) {
                problems.add("%s, the list fails with %s".formatted(said, Thrown.said(e)));
            }
        }
    }

    /** The listing, handed the first answer again and again. */
    private static final class Repeating extends ForwardingListing {
        private volatile @Nullable VendorResponse first;
        private volatile boolean repeated;

        Repeating(Listing<InterviewDraft> listing) {
            super(listing);
        }

        boolean isRepeated() {
            return repeated;
        }

        @Override
        public Page page(VendorResponse response, Query query, Position position) {
            VendorResponse kept = first;
            if (kept == null || position.equals(Position.start())) {
                first = response;
                return super.page(response, query, position);
            }
            repeated = true;
            return super.page(kept, query, position);
        }
    }
}
