package io.convene.launcher.query;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.VendorRequest;
import io.convene.launcher.containment.AbandonedCall;
import io.convene.launcher.egress.AccountVendor;
import io.convene.launcher.egress.wire.ArrivingAnswer;
import io.convene.launcher.egress.wire.VendorFailure;

/** Opens one vendor page whose body may still be arriving. One per request. */
public final class PipedReader {
    private final Listing<InterviewDraft> listing;
    private final AccountVendor vendor;
    private final Plan plan;

    /** A reader of that plan's first page. */
    public PipedReader(Listing<InterviewDraft> listing, AccountVendor vendor, Plan plan) {
        this.listing = listing;
        this.vendor = vendor;
        this.plan = plan;
    }

    /**
     * Opens the page at the plan's start. The page must be closed.
     *
     * @throws VendorFailure when the vendor gave no usable answer
     */
    public PipedPage open() {
        VendorRequest request =
                PageCall.stated(
                        vendor,
                        () ->
                                RemoteMembers.merge(
                                        listing.request(plan.query(), plan.start().position()),
                                        plan.filters().remote()));
        return PageCall.read(vendor, () -> page(vendor.open(request)));
    }

    private PipedPage page(ArrivingAnswer answer) {
        try {
            return PageCall.of(
                    answer.beginning(), () -> PipedPage.of(answer, listing, plan, vendor));
        } catch (RuntimeException | AbandonedCall e) {
            answer.close();
            throw e;
        }
    }
}
