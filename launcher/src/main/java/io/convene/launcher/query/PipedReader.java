package io.convene.launcher.query;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.containment.AbandonedCall;
import io.convene.launcher.egress.AccountVendor;
import io.convene.launcher.egress.wire.ArrivingAnswer;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Opens one vendor page whose body may still be arriving. One per request. */
public final class PipedReader {
    private final Listing<InterviewDraft> listing;
    private final AccountVendor vendor;
    private final Plan plan;
    private @Nullable RuntimeException refusal;
    private @Nullable VendorResponse refused;

    /** A reader of that plan's first page. */
    public PipedReader(Listing<InterviewDraft> listing, AccountVendor vendor, Plan plan) {
        this.listing = listing;
        this.vendor = vendor;
        this.plan = plan;
    }

    /**
     * Opens the page at the plan's start. What the vendor's beginning refuses is thrown; must be
     * closed otherwise.
     *
     * @throws VendorException when the vendor gave no usable answer
     */
    public PipedPage open() {
        VendorRequest request =
                RemoteMembers.merge(
                        listing.request(plan.query(), plan.start().position()),
                        plan.filters().remote());
        try {
            PipedPage page = withTokenRenewed(request);
            vendor.accepted();
            return page;
        } catch (VendorException e) {
            vendor.failed(e);
            throw e;
        }
    }

    /** The vendor's answer that a failure is about; nothing when it failed without one. */
    public Optional<VendorResponse> refused(VendorException failure) {
        return refusal == failure ? Optional.ofNullable(refused) : vendor.tokenRefusal(failure);
    }

    private PipedPage withTokenRenewed(VendorRequest request) {
        try {
            return page(vendor.open(request));
        } catch (VendorException e) {
            if (e.kind() != VendorException.Kind.BAD_CREDENTIALS || !vendor.renewToken()) {
                throw e;
            }
            return page(vendor.open(request));
        }
    }

    private PipedPage page(ArrivingAnswer answer) {
        try {
            return PipedPage.of(answer, listing, plan);
        } catch (RuntimeException e) {
            refusal = e;
            refused = answer.beginning();
            answer.close();
            throw e;
        } catch (AbandonedCall e) {
            answer.close();
            throw e;
        }
    }
}
