package io.convene.testkit.engine.faults;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorResponse;
import io.convene.testkit.engine.host.ForwardingListing;

import java.util.function.UnaryOperator;

/** A bundle's listing that is handed other answers than the vendor gave. */
final class TamperedListing extends ForwardingListing {
    /** Changes an answer. */
    interface Hand {
        VendorResponse tamper(VendorResponse response, Query query, Position position);
    }

    private final Hand hand;

    TamperedListing(Listing<InterviewDraft> listing, Hand hand) {
        super(listing);
        this.hand = hand;
    }

    static UnaryOperator<Listing<InterviewDraft>> by(Hand hand) {
        return listing -> new TamperedListing(listing, hand);
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        return super.page(hand.tamper(response, query, position), query, position);
    }
}
