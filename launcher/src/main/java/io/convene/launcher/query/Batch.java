package io.convene.launcher.query;

import io.convene.core.Item;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;

import java.util.List;
import java.util.Optional;

/**
 * The part of one vendor page that is to be mapped, joined and ready.
 *
 * @param position the vendor's page
 * @param begin how many of the page's items lie before the first of these
 * @param items what is to be mapped
 * @param cut whether more items of the page follow these
 * @param following where the next pages begin: the next one first, the others as far as the
 *     vendor's paging foretells them
 * @param partial whether something that the vendor should have given is missing
 */
record Batch(
        Position position,
        int begin,
        List<Item> items,
        boolean cut,
        List<Position> following,
        boolean partial) {
    Optional<Position> next() {
        return following.stream().findFirst();
    }

    /** The failure of a vendor that leads back to a page already read. */
    static VendorException endless() {
        return new VendorException(
                VendorException.Kind.UNUSABLE_ANSWER,
                "The vendor repeated a page's cursor, so its list would never end; reading stopped.");
    }
}
