package io.convene.launcher.query;

import io.convene.core.Item;
import io.convene.core.spi.Position;

import java.util.List;

/**
 * The part of one vendor page that is to be mapped, joined and ready.
 *
 * @param page the vendor's page
 * @param begin how many of the page's items come before the first of these
 * @param items the items to map
 * @param rest the page's items after these, which are not joined yet
 * @param partial whether something that the vendor should have given is missing
 */
record Batch(PageSummary page, int begin, List<Item> items, List<Item> rest, boolean partial) {
    Position position() {
        return page.position();
    }

    /** The same with something missing. */
    Batch inPart() {
        return new Batch(page, begin, items, rest, true);
    }

    /** Whether more items of the page follow. */
    boolean cut() {
        return !rest.isEmpty();
    }
}
