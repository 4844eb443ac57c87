package io.convene.testkit.engine.paging;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorResponse;
import io.convene.testkit.engine.host.ForwardingListing;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A listing that counts its pages. Pages may be read on several threads. */
final class PageCount extends ForwardingListing {
    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicBoolean goesOn = new AtomicBoolean();

    PageCount(Listing<InterviewDraft> listing) {
        super(listing);
    }

    @Override
    public Page page(VendorResponse response, Query query, Position position) {
        Page page = super.page(response, query, position);
        pages.incrementAndGet();
        if (page.next().isPresent()) {
            goesOn.set(true);
        }
        return page;
    }

    int pages() {
        return pages.get();
    }

    /** Whether another page followed one of them. */
    boolean goesOn() {
        return goesOn.get();
    }
}
