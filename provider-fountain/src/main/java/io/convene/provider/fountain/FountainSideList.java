package io.convene.provider.fountain;

import io.convene.core.Item;
import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list of users or stages, read to its end: a name counts where it is the only one of its kind,
 * and a part of the list cannot tell.
 *
 * @param name the member that holds the rows, unless they come bare
 */
record FountainSideList(String name, VendorRequest request) {
    /** No tenant has more than a few thousand users; a list without an end must not be read. */
    private static final int MOST_PAGES = 100;

    /**
     * All rows.
     *
     * @param first the answer to the request itself
     * @throws VendorException when a page cannot be read
     */
    List<Item> rows(VendorResponse first, Vendor vendor) {
        List<Item> rows = new ArrayList<>(FountainAnswers.rows(first, name));
        Set<FountainPageLink> read = new HashSet<>();
        Optional<FountainPageLink> next = FountainPageLink.in(first.json());
        while (next.isPresent()) {
            if (!read.add(next.get()) || read.size() > MOST_PAGES) {
                throw new VendorException(
                        VendorException.Kind.UNUSABLE_ANSWER,
                        "Fountain's list of %s does not come to an end.".formatted(name));
            }
            VendorResponse page = vendor.send(next.get().addTo(request.copy()).build());
            rows.addAll(FountainAnswers.rows(page, name));
            next = FountainPageLink.in(page.json());
        }
        return rows;
    }
}
