package io.convene.launcher.query;

import io.convene.core.Field;
import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.VendorCalls;
import io.convene.launcher.egress.wire.VendorFailure;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads vendor pages: request, answer, items, side calls. Several may be read at once. */
final class BatchReader {
    private static final Logger LOG = System.getLogger(BatchReader.class.getName());

    private final Listing<InterviewDraft> listing;
    private final Query query;
    private final Map<String, String> remote;
    private final Supplier<VendorCalls> vendors;
    private volatile @Nullable VendorResponse accepted;

    /**
     * A reader of that listing.
     *
     * @param vendors the vendor for each page: one and the same, or one with its own deadline each
     */
    BatchReader(Listing<InterviewDraft> listing, Plan plan, Supplier<VendorCalls> vendors) {
        this.listing = listing;
        this.query = plan.query();
        this.remote = plan.filters().remote();
        this.vendors = vendors;
    }

    /**
     * Reads the page at that position.
     *
     * @param index how many of its items are done with
     * @param lastId the id of the last of them, empty when it is not known
     * @param most how many items are wanted at most
     * @throws VendorFailure when the vendor gave no usable answer
     */
    Batch read(Position position, int index, String lastId, int most) {
        VendorCalls vendor = vendors.get();
        Page page = answered(vendor, position).page();
        List<Item> items = page.items();
        PageSummary summary = PageSummary.of(position, page);
        int begin = begin(items, index, lastId);
        Batch batch = part(vendor, summary, begin, items.subList(begin, items.size()), most);
        return isWhole(page) ? batch : batch.inPart();
    }

    /** The next part of the same page, without another call for it. */
    Batch rest(Batch batch, int most) {
        int begin = batch.begin() + batch.items().size();
        return part(vendors.get(), batch.page(), begin, batch.rest(), most);
    }

    private Batch part(
            VendorCalls vendor, PageSummary page, int begin, List<Item> items, int most) {
        int end = Math.min(most, items.size());
        List<Item> wanted = items.subList(0, end);
        boolean joined = join(vendor, query, wanted);
        return new Batch(page, begin, wanted, items.subList(end, items.size()), !joined);
    }

    /** The vendor's last answer that was a page, if one came. */
    Optional<VendorResponse> accepted() {
        return Optional.ofNullable(accepted);
    }

    /** A vendor's answer and the page in it. */
    record AnsweredPage(VendorResponse response, Page page) {}

    /**
     * The page at that position, neither joined nor cut.
     *
     * @throws VendorFailure when the vendor gave no usable answer
     */
    AnsweredPage answered(Position position) {
        return answered(vendors.get(), position);
    }

    private AnsweredPage answered(VendorCalls vendor, Position position) {
        VendorRequest request =
                PageCall.stated(
                        vendor,
                        () -> RemoteMembers.merge(listing.request(query, position), remote));
        return answered(vendor, request, query, position);
    }

    private AnsweredPage answered(
            VendorCalls vendor, VendorRequest request, Query asked, Position position) {
        return PageCall.read(
                vendor,
                () -> {
                    VendorResponse response = vendor.fetch(request);
                    Page page =
                            PageCall.of(response, () -> listing.page(response, asked, position));
                    accepted = response;
                    return new AnsweredPage(response, page);
                });
    }

    /**
     * The items in the answer to a look-up by id, joined; nothing when the vendor has no such
     * request.
     *
     * @throws VendorFailure when the vendor gave no usable answer
     */
    Optional<List<Item>> lookup(String id) {
        Query one = query.forLookup(id);
        VendorCalls vendor = vendors.get();
        return PageCall.stated(vendor, () -> listing.lookup(id, one))
                .map(request -> {
                    AnsweredPage answered = answered(vendor, request, one, Position.start());
                    List<Item> items = answered.page().items();
                    join(vendor, one, items);
                    return items;
                });
    }

    /**
     * The place after the last item that was passed on; its neighbours count when it has gone
     * meanwhile.
     */
    private int begin(List<Item> items, int index, String lastId) {
        if (lastId.isEmpty()) {
            return Math.min(index, items.size());
        }
        InterviewDraft draft = InterviewDraft.empty();
        // As a rule nothing has changed, and the item is where it was.
        if (index > 0 && index <= items.size() && hasId(items.get(index - 1), lastId, draft)) {
            return index;
        }
        for (int i = 0; i < items.size(); i++) {
            if (hasId(items.get(i), lastId, draft)) {
                return i + 1;
            }
        }
        return Math.min(Math.max(0, index - 1), items.size());
    }

    private boolean hasId(Item item, String id, InterviewDraft draft) {
        Mapping.map(listing, item, query, draft);
        return draft.text(Field.ID).is(id);
    }

    private boolean join(VendorCalls vendor, Query asked, List<Item> items) {
        if (items.isEmpty()) {
            return true;
        }
        Page joined = Page.last(items);
        try {
            listing.join(joined, asked, vendor);
        } catch (VendorException e) {
            LOG.log(Level.INFO, () -> "a side call failed: " + e.getMessage());
            return false;
        }
        return isWhole(joined);
    }

    private static boolean isWhole(Page page) {
        page.omitted()
                .forEach((field, why) ->
                        LOG.log(Level.INFO, () -> field.text() + " was left out: " + why));
        return page.omitted().isEmpty();
    }
}
