package io.convene.testkit.engine.host;

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

/** A bundle's listing with everything passed on to it but how an answer is cut into a page. */
public abstract class ForwardingListing implements Listing<InterviewDraft> {
    private final Listing<InterviewDraft> listing;

    public ForwardingListing(Listing<InterviewDraft> listing) {
        this.listing = listing;
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
        return listing.page(response, query, position);
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
