package io.convene.testkit.engine.host;

import io.convene.core.InterviewDraft;
import io.convene.core.Item;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorResponse;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/** A bundle's listing during one answer, which records the phase in which each item came. */
final class PhaseTracker extends ForwardingListing {
    // Pages may be read ahead, by other threads.
    private final Map<Item, Integer> phases = Collections.synchronizedMap(new IdentityHashMap<>());

    PhaseTracker(Listing<InterviewDraft> listing) {
        super(listing);
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        Page page = super.page(response, query, position);
        page.items().forEach(item -> phases.put(item, position.phase()));
        return page;
    }

    int phase(Item item) {
        return phases.getOrDefault(item, 0);
    }
}
