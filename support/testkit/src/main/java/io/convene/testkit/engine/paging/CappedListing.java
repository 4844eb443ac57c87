package io.convene.testkit.engine.paging;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.InterviewDraft;
import io.convene.core.spi.Listing;
import io.convene.core.spi.Position;
import io.convene.core.spi.Query;
import io.convene.core.spi.VendorRequest;
import io.convene.testkit.engine.host.ForwardingListing;

/**
 * A bundle's listing whose requests ask for fewer items than its pages are read with: to the bundle
 * the vendor gives small pages, whatever it was asked for.
 */
final class CappedListing extends ForwardingListing {
    private final int most;

    CappedListing(Listing<InterviewDraft> listing, int most) {
        super(listing);
        this.most = most;
    }

    @Override
    public VendorRequest request(Query query, Position position) {
        return super.request(capped(query), position);
    }

    private Query capped(Query query) {
        Query.Builder other =
                Query.builder(query.settings())
                        .pageSize(Math.min(most, query.pageSize()))
                        .now(query.now());
        for (Filter filter : query.filters()) {
            if (!query.values(filter).isEmpty()) {
                other.values(filter, query.values(filter));
            }
            query.range(filter).ifPresent(range -> other.range(filter, range));
        }
        for (Field field : Field.values()) {
            if (query.expands(field)) {
                other.expand(field);
            } else if (!query.wants(field)) {
                other.skip(field);
            }
        }
        Query capped = other.build();
        return query.lookup().map(capped::forLookup).orElse(capped);
    }
}
