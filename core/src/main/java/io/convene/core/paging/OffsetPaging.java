package io.convene.core.paging;

import io.convene.core.Item;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Paging by the number of items before a page. The next page begins after the items that came, not
 * after the requested ones: vendors cap the size of pages. The token of a position is the offset.
 * Immutable.
 *
 * @since 1.0.0
 */
public final class OffsetPaging {
    private final int format;
    private final long offset;

    private OffsetPaging(int format, long offset) {
        this.format = format;
        this.offset = offset;
    }

    /**
     * Paging through a list.
     *
     * @param format the number of the bundle's token format, from 1
     * @param position where a page begins
     * @return the paging at that page
     * @throws VendorException of kind {@code BAD_CURSOR} when the position is not an offset of this
     *     format
     */
    public static OffsetPaging at(int format, Position position) {
        String token = position.require(1, format).token();
        if (position.equals(Position.start())) {
            return new OffsetPaging(format, 0);
        }
        if (!token.matches("\\d{1,15}")) {
            throw VendorException.badCursor();
        }
        return new OffsetPaging(format, Long.parseLong(token));
    }

    /** How many items there are before this page. */
    public long offset() {
        return offset;
    }

    /**
     * Makes this page.
     *
     * @param items all items of the vendor's page
     * @param stated the vendor's words on the pages that follow; a number of pages is ignored
     * @return the page, with its total and the positions that are certain to follow
     * @throws VendorException of kind {@code UNUSABLE_ANSWER} when the vendor says that more
     *     follows and the page is empty, so that its offset would come again
     */
    public Page page(List<Item> items, Continuation stated) {
        boolean more = stated.more().orElse(false);
        if (items.isEmpty() && more) {
            throw VendorException.unusable(
                    "The vendor's answer says that more follows, but its page is empty.");
        }
        long end = offset + items.size();
        boolean silent = stated.more().isEmpty() && stated.total().isEmpty();
        boolean follows = !items.isEmpty() && (more || silent || end < stated.total().orElse(0));
        Page page = follows ? Page.of(items, position(end)) : Page.last(items);
        if (stated.total().isEmpty()) {
            return page;
        }
        long total = stated.total().getAsLong();
        return (follows ? page.foretell(upcoming(end, items.size(), total)) : page).total(total);
    }

    private List<Position> upcoming(long next, int size, long total) {
        return LongStream.iterate(next + size, place -> place < total, place -> place + size)
                .limit(PageNumberPaging.MOST_FORETOLD)
                .mapToObj(this::position)
                .toList();
    }

    private Position position(long place) {
        return Position.at(format, Long.toString(place));
    }
}
