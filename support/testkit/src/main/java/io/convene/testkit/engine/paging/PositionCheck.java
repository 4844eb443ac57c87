package io.convene.testkit.engine.paging;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;
import io.convene.testkit.engine.host.Check;
import io.convene.testkit.engine.host.ForwardingListing;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.report.RuleProblems;
import io.convene.testkit.engine.report.Thrown;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Positions of other formats: one that no bundle has yet, and the bundle's own tokens under formats
 * that it does not have. A later version may read a token otherwise, so the number counts and not
 * the token's looks.
 */
public final class PositionCheck implements Check {
    private static final int LIMIT = 10;
    private static final int NOBODYS = 9_999;

    @Override
    public void run(Subject subject, RuleProblems problems) {
        refused(subject, Position.of(NOBODYS, 0, "of another provider"), problems);
        PositionRecorder noting = new PositionRecorder(subject.listing());
        subject.list(subject.scope(), Set.of(), LIMIT, noting);
        Set<Integer> own = new LinkedHashSet<>();
        noting.positions.forEach(position -> own.add(position.format()));
        for (int format : own) {
            Optional<Position> position =
                    noting.positions.stream()
                            .filter(one -> one.format() == format && !one.isFirst())
                            .findFirst();
            for (int other : new int[] {0, format - 1, format + 1, format + 7, NOBODYS, -1}) {
                if (position.isPresent() && !own.contains(other)) {
                    Position one = position.get();
                    refused(subject, Position.of(other, one.phase(), one.token()), problems);
                }
            }
        }
    }

    private static void refused(Subject subject, Position position, RuleProblems problems) {
        String said =
                "For the position '%s' of format %d, which is not one of the bundle's formats,"
                        .formatted(InterviewRow.shortened(position.token(), 0), position.format());
        String expected = "request() must throw a VendorException of kind BAD_CURSOR";
        Query query = subject.query(subject.scope(), Set.of(), LIMIT);
        try {
            subject.listing().request(query, position);
            problems.add(
                    "%s %s and returns a request: compare Position.format() with the formats that the bundle writes."
                            .formatted(said, expected));
        } catch (VendorException e) {
            if (e.kind() != Kind.BAD_CURSOR) {
                problems.add(
                        "%s %s and throws one of kind %s.".formatted(said, expected, e.kind()));
            }
        } catch (RuntimeException e) {
            problems.add("%s %s and throws %s.".formatted(said, expected, Thrown.said(e)));
        }
    }

    /** The listing, with the positions that it gives. */
    private static final class PositionRecorder extends ForwardingListing {
        private final CopyOnWriteArrayList<Position> positions = new CopyOnWriteArrayList<>();

        PositionRecorder(Listing<InterviewDraft> listing) {
            super(listing);
        }

        @Override
        public Page page(VendorResponse response, Query query, Position position) {
            Page page = super.page(response, query, position);
            page.next().ifPresent(positions::add);
            return page;
        }
    }
}
