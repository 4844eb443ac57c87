package io.convene.testkit.engine;

import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** A bundle's listing that is handed other answers than the vendor gave. */
final class Tampered implements Listing<InterviewDraft> {
    /** What is made of an answer. */
    interface Hand {
        VendorResponse tamper(VendorResponse response, Query query, Position position);
    }

    private final Listing<InterviewDraft> listing;
    private final Hand hand;

    Tampered(Listing<InterviewDraft> listing, Hand hand) {
        this.listing = listing;
        this.hand = hand;
    }

    static UnaryOperator<Listing<InterviewDraft>> by(Hand hand) {
        return listing -> new Tampered(listing, hand);
    }

    @Override
    public Support support(Settings settings) {
        return listing.support(settings);
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        return listing.request(query, position);
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        return listing.page(hand.tamper(response, query, position), query, position);
    }

    @Override
    public Optional<VendorRequest> lookup(String id, Query query) {
        return listing.lookup(id, query);
    }

    @Override
    public void join(Page page, Query query, Vendor vendor) {
        listing.join(page, query, vendor);
    }

    @Override
    public void map(Item item, Query query, InterviewDraft draft) {
        listing.map(item, query, draft);
    }
}
