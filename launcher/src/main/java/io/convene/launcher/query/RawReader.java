package io.convene.launcher.query;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.VendorException;
import io.convene.launcher.egress.VendorCalls;
import io.convene.launcher.egress.wire.VendorFailure;

/** Reads one vendor page without mapping it. One per request. */
public final class RawReader {
    private final BatchReader batches;
    private final Plan plan;

    /** A reader of that plan's first page. */
    public RawReader(Listing<InterviewDraft> listing, VendorCalls vendor, Plan plan) {
        this.batches = new BatchReader(listing, plan, () -> vendor);
        this.plan = plan;
    }

    /**
     * Reads the page at the plan's start.
     *
     * @throws VendorFailure when the vendor gave no usable answer
     */
    public RawPage read() {
        Cursor start = plan.start();
        BatchReader.AnsweredPage answered = batches.answered(start.position());
        PageSummary page = PageSummary.of(start.position(), answered.page());
        Progress progress = new Progress(plan);
        try {
            progress.requireNew(page);
        } catch (VendorException e) {
            throw VendorFailure.of(e);
        }
        return new RawPage(
                answered.response(),
                page.next().map(position -> start.at(position, 0, "", progress.trail())),
                progress.isShort());
    }
}
