package io.convene.launcher.query;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.containment.DetachedTask;
import io.convene.launcher.egress.VendorCalls;
import io.convene.launcher.egress.wire.ArrivingAnswer;
import io.convene.launcher.egress.wire.VendorFailure;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * One vendor page as it is, perhaps still arriving. Where the list goes on is told by the whole
 * body, and by its beginning where that holds the vendor's own word for it. Must be closed. Not
 * thread-safe.
 */
public final class PipedPage implements AutoCloseable {
    private final ArrivingAnswer answer;
    private final Listing<InterviewDraft> listing;
    private final Plan plan;
    private final Optional<Cursor> known;
    private final VendorCalls vendor;

    private PipedPage(
            ArrivingAnswer answer,
            Listing<InterviewDraft> listing,
            Plan plan,
            Optional<Cursor> known,
            VendorCalls vendor) {
        this.answer = answer;
        this.listing = listing;
        this.plan = plan;
        this.known = known;
        this.vendor = vendor;
    }

    /**
     * The page in that answer.
     *
     * @throws VendorException when it is none, as far as the beginning tells
     */
    static PipedPage of(
            ArrivingAnswer answer, Listing<InterviewDraft> listing, Plan plan, VendorCalls vendor) {
        Optional<Cursor> known =
                answer.isWhole()
                        ? next(answer.beginning(), listing, plan)
                        : predicted(answer.beginning(), listing, plan);
        return new PipedPage(answer, listing, plan, known, vendor);
    }

    /** The vendor's answer with as much of its body as is there. */
    public VendorResponse beginning() {
        return answer.beginning();
    }

    /** Whether nothing more will arrive. */
    public boolean isWhole() {
        return answer.isWhole();
    }

    /** Where the list goes on, if that is known already. */
    public Optional<Cursor> known() {
        return known;
    }

    /**
     * Writes the body as it arrives, leaves {@code out} open, and says where the list goes on.
     *
     * @param maxWait how long to wait for the vendor, all waits together
     * @throws VendorFailure when the vendor did not send a page whole
     * @throws IOException when {@code out} fails
     */
    public Optional<Cursor> transferTo(OutputStream out, Duration maxWait) throws IOException {
        try {
            return transfer(out, maxWait);
        } catch (VendorException e) {
            throw vendor.failed(VendorFailure.of(e));
        }
    }

    private Optional<Cursor> transfer(OutputStream out, Duration maxWait) throws IOException {
        VendorResponse whole = answer.transferTo(out, maxWait);
        // The answer has begun: only its own thread can break it off, so that must not get stuck.
        Optional<Cursor> next = DetachedTask.call("piped-end", () -> next(whole, listing, plan));
        if (known.isPresent() && !known.map(Cursor::position).equals(next.map(Cursor::position))) {
            throw new VendorException(
                    VendorException.Kind.UNUSABLE_ANSWER,
                    "The end of the vendor's answer contradicts its beginning about the next page.");
        }
        return next;
    }

    @Override
    public void close() {
        answer.close();
    }

    /** Where the list goes on after that answer, which is the whole page. */
    private static Optional<Cursor> next(
            VendorResponse response, Listing<InterviewDraft> listing, Plan plan) {
        Cursor start = plan.start();
        Page page = listing.page(response, plan.query(), start.position());
        Progress progress = new Progress(plan);
        progress.requireNew(PageSummary.of(start.position(), page));
        return page.next().map(next -> start.at(next, 0, "", progress.trail()));
    }

    /**
     * Members in the beginning count; members that it lacks may still come, so that neither a
     * missing member nor a missing cursor means anything yet.
     */
    private static Optional<Cursor> predicted(
            VendorResponse arriving, Listing<InterviewDraft> listing, Plan plan) {
        VendorResponse closed =
                VendorResponse.of(
                        arriving.status(),
                        arriving.headers(),
                        TruncatedJson.of(arriving.bytes()).orElseThrow(PipedPage::noJson));
        Cursor start = plan.start();
        try {
            // A position without a token is the next list's beginning, which is where a page leads
            // that names no cursor.
            return listing.page(closed, plan.query(), start.position())
                    .next()
                    .filter(position -> !position.isFirst())
                    .map(next -> start.at(next, 0, "", passed(plan, next)));
        } catch (VendorException e) {
            if (e.kind() != VendorException.Kind.UNUSABLE_ANSWER) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** The trail after a page whose items are still to come. */
    private static ChainMemory passed(Plan plan, Position next) {
        Progress progress = new Progress(plan);
        progress.pass(plan.start().position(), next)
                .ifPresent(wrong -> {
                    throw wrong;
                });
        return progress.trail();
    }

    private static VendorException noJson() {
        return new VendorException(
                VendorException.Kind.UNUSABLE_ANSWER,
                "The vendor's answer is not JSON: it begins like something else.");
    }
}
