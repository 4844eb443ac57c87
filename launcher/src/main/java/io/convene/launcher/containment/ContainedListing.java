package io.convene.launcher.containment;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Support;
import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A bundle's listing as the rest of the host calls it; see {@link ContainedProvider}. */
final class ContainedListing implements Listing<InterviewDraft>, AutoCloseable {
    private static final int LONGEST_ID = 100;

    private final Listing<InterviewDraft> listing;
    private final BundleCalls calls;
    private final ConcurrentLinkedQueue<BundleCall> mappings = new ConcurrentLinkedQueue<>();
    private @Nullable BundleCall mapping;

    ContainedListing(Listing<InterviewDraft> listing, BundleCalls calls) {
        this.listing = listing;
        this.calls = calls;
    }

    @Override
    public Support support(Settings settings) {
        return calls.call(BundleMethod.SUPPORT, () -> listing.support(settings));
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        return RequestCheck.checked(
                calls,
                BundleMethod.REQUEST,
                calls.call(BundleMethod.REQUEST, () -> listing.request(query, position)));
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        return calls.call(BundleMethod.PAGE, () -> listing.page(response, query, position));
    }

    @Override
    public Optional<VendorRequest> lookup(String id, Query query) {
        return calls.call(BundleMethod.LOOKUP, () -> listing.lookup(id, query))
                .map(request -> RequestCheck.checked(calls, BundleMethod.LOOKUP, request));
    }

    @Override
    public void join(Page page, Query query, Vendor vendor) {
        calls.with(
                BundleMethod.JOIN,
                call -> {
                    listing.join(page, query, new ContainedVendor(vendor, call));
                    return true;
                });
    }

    // Called for every record: one call is watched for all of them.
    @Override
    public void map(Item item, Query query, InterviewDraft draft) {
        BundleCall call = mapping;
        if (call == null || !call.isOfThisThread()) {
            call = begin();
        }
        call.enter();
        try {
            listing.map(item, query, draft);
        } catch (Throwable e) {
            call.leave();
            throw failed(e, draft);
        }
        call.leave();
    }

    private BundleCall begin() {
        BundleCall call = calls.begin(BundleMethod.MAP);
        mappings.add(call);
        mapping = call;
        return call;
    }

    /** A record that cannot be mapped whole costs itself alone, whatever was thrown. */
    private BundleFault failed(Throwable thrown, InterviewDraft draft) {
        Text id = draft.text(Field.ID);
        String record = id.isPresent() ? id.string() : "without an id so far";
        String cut = record.length() > LONGEST_ID ? record.substring(0, LONGEST_ID) + "…" : record;
        return calls.threw(BundleMethod.MAP, ", record " + ThrownText.plain(cut), thrown);
    }

    @Override
    public void close() {
        mappings.forEach(calls::end);
        mappings.clear();
    }
}
