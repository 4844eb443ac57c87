package io.convene.launcher.query;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.VendorCalls;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.query.ListResult.Shortfall;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Reads interviews from one account: vendor page by vendor page, mapping each item and applying the
 * filters that the vendor could not apply, until the limit is reached or nothing follows. Pages
 * that are surely needed are read ahead. One per request.
 */
public final class InterviewReader {
    private static final int MOST_AHEAD = 4;

    private final BatchReader batches;
    private final BooleanSupplier mayContinue;
    private final boolean streamed;
    private final Plan plan;
    private final Selection selection;
    private final Progress progress;
    private EmptyPages emptyPages = new EmptyPages(Thread::sleep);
    private boolean partial;

    /**
     * A reader for an answer that is complete before its first byte: the vendor's limits hold for
     * all pages together, and a page after the first that is too late or too much for the vendor
     * ends the outcome.
     */
    public static InterviewReader complete(
            Listing<InterviewDraft> listing, VendorCalls vendor, Plan plan, InterviewSink sink) {
        return new InterviewReader(
                listing,
                new BatchReader(listing, plan, () -> vendor),
                vendor::mayContinue,
                false,
                plan,
                sink);
    }

    /**
     * A reader for an answer that is sent while it is read: each page has limits of its own, and a
     * failure after the first interview ends the outcome instead of being thrown.
     *
     * @param vendors a vendor with limits of its own, for each page
     */
    public static InterviewReader streamed(
            Listing<InterviewDraft> listing,
            Supplier<VendorCalls> vendors,
            Plan plan,
            InterviewSink sink) {
        return new InterviewReader(
                listing, new BatchReader(listing, plan, vendors), () -> true, true, plan, sink);
    }

    private InterviewReader(
            Listing<InterviewDraft> listing,
            BatchReader batches,
            BooleanSupplier mayContinue,
            boolean streamed,
            Plan plan,
            InterviewSink sink) {
        this.batches = batches;
        this.mayContinue = mayContinue;
        this.streamed = streamed;
        this.plan = plan;
        this.selection = new Selection(listing, plan, sink);
        this.progress = new Progress(plan);
    }

    /**
     * Reads until the plan's limit.
     *
     * @throws VendorFailure when the vendor gave no usable answer
     */
    public ListResult read() {
        Cursor start = plan.start();
        try (Lookahead ahead = new Lookahead(batches)) {
            Batch batch =
                    batches.read(start.position(), start.index(), start.lastId(), selection.most());
            while (true) {
                Optional<ListResult> end = end(batch, ahead);
                if (end.isPresent()) {
                    return end.get();
                }
                Position next = batch.page().next().orElseThrow();
                emptyPages.await(progress.empty(), mayContinue);
                if (ahead.size() == 0 && !mayContinue.getAsBoolean()) {
                    return stopped(next, Optional.empty(), shortfall());
                }
                try {
                    batch = ahead.take(next, selection.most());
                } catch (VendorFailure e) {
                    if (streamed ? selection.count() > 0 : isForLater(e)) {
                        return stopped(next, Optional.of(e), shortfall());
                    }
                    throw e;
                }
            }
        }
    }

    /** Passes on a page's interviews, and says how the list ends with it, if it does. */
    private Optional<ListResult> end(Batch batch, Lookahead ahead) {
        PageSummary page = batch.page();
        Optional<VendorException> wrong = progress.enter(page);
        if (wrong.isPresent()) {
            return Optional.of(broken(wrong.get()));
        }
        if (!hand(batch, ahead)) {
            Cursor inside = cursor(page.position(), selection.done(), selection.lastId());
            return Optional.of(outcome(Optional.of(inside)));
        }
        wrong = progress.leave(page);
        if (wrong.isPresent()) {
            return Optional.of(broken(wrong.get()));
        }
        if (page.next().isEmpty()) {
            return Optional.of(outcome(Optional.empty()));
        }
        Position next = page.next().get();
        if (selection.missing() == 0) {
            return Optional.of(outcome(Optional.of(cursor(next, 0, ""))));
        }
        return progress.empty() == Progress.MOST_EMPTY
                ? Optional.of(stopped(next, Optional.empty(), Shortfall.EMPTY_PAGES))
                : Optional.empty();
    }

    /** The vendor's last answer that was a page, if one came. */
    public Optional<VendorResponse> accepted() {
        return batches.accepted();
    }

    /**
     * Begins to read the pages that are surely needed: those that follow while fewer items than
     * wanted are there.
     */
    private void readAhead(Lookahead ahead, Batch batch) {
        if (selection.isFiltering() || batch.cut() || batch.page().size() == 0) {
            return;
        }
        int size = Math.max(1, batch.begin() + batch.items().size());
        int missing = selection.missing() - batch.items().size() - ahead.size() * size;
        for (Position position : batch.page().following()) {
            if (missing <= 0 || ahead.size() == MOST_AHEAD || !mayContinue.getAsBoolean()) {
                return;
            }
            if (!ahead.isUnderWay(position) && !progress.isRead(position)) {
                ahead.start(position, missing);
                missing -= size;
            }
        }
    }

    /**
     * Passes on the matching interviews of a page, part by part; false when the limit is reached
     * within it.
     */
    private boolean hand(Batch first, Lookahead ahead) {
        Batch batch = first;
        selection.begin(batch);
        while (true) {
            partial |= batch.partial();
            readAhead(ahead, batch);
            if (!selection.hand(batch)) {
                return false;
            }
            if (!batch.cut()) {
                return true;
            }
            batch = batches.rest(batch, selection.mostAfter(batch));
        }
    }

    /** Whether the pages not read now can be read later, with the cursor. */
    private static boolean isForLater(VendorFailure e) {
        return switch (e.kind()) {
            case TIMED_OUT, EXHAUSTED, RATE_LIMITED -> true;
            case BAD_CREDENTIALS,
                    NOT_ALLOWED,
                    NOT_FOUND,
                    REJECTED,
                    BAD_CURSOR,
                    UNUSABLE_ANSWER,
                    UNAVAILABLE ->
                    false;
        };
    }

    private Cursor cursor(Position position, int index, String lastId) {
        return plan.start().at(position, index, lastId, progress.trail());
    }

    /** The result of a list that cannot be read further: no cursor would help. */
    private ListResult broken(VendorException failure) {
        if (!streamed || selection.count() == 0) {
            throw VendorFailure.of(failure);
        }
        return end(Optional.empty(), Optional.of(VendorFailure.of(failure)), shortfall());
    }

    private ListResult stopped(
            Position next, Optional<VendorFailure> failure, Shortfall shortfall) {
        partial = true;
        return end(Optional.of(cursor(next, 0, "")), failure, shortfall);
    }

    /** Lets waits end otherwise than by sleeping, for tests. */
    InterviewReader sleepingWith(EmptyPages.Sleep sleep) {
        emptyPages = new EmptyPages(sleep);
        return this;
    }

    private ListResult outcome(Optional<Cursor> next) {
        return end(next, Optional.empty(), shortfall());
    }

    private Shortfall shortfall() {
        return progress.isShort() ? Shortfall.TOTAL_NOT_REACHED : Shortfall.NONE;
    }

    private ListResult end(
            Optional<Cursor> next, Optional<VendorFailure> failure, Shortfall shortfall) {
        boolean lacking = partial || failure.isPresent() || shortfall != Shortfall.NONE;
        return new ListResult(
                new ListResult.Counts(selection.count(), selection.unmapped(), selection.absent()),
                next,
                lacking,
                failure,
                shortfall);
    }
}
