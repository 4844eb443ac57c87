package io.convene.core.paging;

import io.convene.core.Item;
import io.convene.core.Text;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;

import java.util.List;
import java.util.Optional;

/**
 * Paging by the vendor's cursors: each page names the cursor of the next one. The token of a
 * position is the vendor's cursor. Immutable.
 *
 * @since 1.0.0
 */
public final class CursorPaging {
    private final int format;
    private final int phases;
    private final Position position;

    private CursorPaging(int format, int phases, Position position) {
        this.format = format;
        this.phases = phases;
        this.position = position;
    }

    /**
     * Paging through one list.
     *
     * @param format the number of the bundle's token format, from 1
     * @param position where a page begins
     * @return the paging at that page
     * @throws VendorException of kind {@code BAD_CURSOR} when the position is not of this format
     */
    public static CursorPaging at(int format, Position position) {
        return at(format, position, 1);
    }

    /**
     * Paging through several lists that follow each other, such as one list for each of several
     * ids.
     *
     * @param format the number of the bundle's token format, from 1
     * @param position where a page begins
     * @param phases how many lists the query has, from 1
     * @return the paging at that page
     * @throws VendorException of kind {@code BAD_CURSOR} when the position is not of this format,
     *     or of none of the lists
     */
    public static CursorPaging at(int format, Position position, int phases) {
        return new CursorPaging(format, phases, position.require(phases, format));
    }

    /**
     * Reads the cursor of the next page. Null, a blank string or no member at all is the vendor's
     * word that nothing follows.
     *
     * @param body the object that has the member
     * @param member the member that holds the cursor, a string or a number
     * @return the cursor; empty when nothing follows
     * @throws VendorException of kind {@code UNUSABLE_ANSWER} when the member is of another type
     */
    public static Optional<String> next(Item body, String member) {
        return cursor(body.at(member), member);
    }

    /**
     * Reads the cursor of the next page from a vendor that also says whether there is one. Where
     * both say nothing, nothing follows.
     *
     * @param body the object that has the members
     * @param member the member that holds the cursor, a string or a number
     * @param more the member that is true or false; when it is false, the cursor does not count
     * @return the cursor; empty when nothing follows
     * @throws VendorException of kind {@code UNUSABLE_ANSWER} when more follows and there is no
     *     cursor, or when one of them cannot be read
     */
    public static Optional<String> next(Item body, String member, String more) {
        Optional<Boolean> follows = body.flag(more);
        if (follows.equals(Optional.of(false))) {
            return Optional.empty();
        }
        Optional<String> cursor = cursor(body.at(member), member);
        if (cursor.isEmpty() && follows.isPresent()) {
            throw VendorException.unusable(
                    "The vendor's answer says that more follows, but not where: it has no '%s'."
                            .formatted(member));
        }
        if (cursor.isEmpty() && !body.at(more).isMissing()) {
            throw VendorException.unusable(
                    "The vendor's answer does not say whether more follows: '%s' is not true or false."
                            .formatted(more));
        }
        return cursor;
    }

    /** The cursor of this page; empty at the beginning of a list. */
    public Optional<String> cursor() {
        return position.isFirst() ? Optional.empty() : Optional.of(position.token());
    }

    /** Which of the lists this page belongs to, from 0. */
    public int phase() {
        return position.phase();
    }

    /**
     * Makes this page.
     *
     * @param items the page's items
     * @param next the cursor of the next page; empty when this list ends here
     * @return the page, which leads to that cursor, or else to the beginning of the next list, if
     *     there is one
     * @throws VendorException of kind {@code UNUSABLE_ANSWER} when the next cursor is this page's
     *     own
     */
    public Page page(List<Item> items, Optional<String> next) {
        if (next.isPresent() && next.equals(cursor())) {
            throw VendorException.unusable(
                    "The vendor's next cursor leads back to the page just read.");
        }
        if (next.isPresent()) {
            return Page.of(items, Position.of(format, phase(), next.get()));
        }
        return phase() + 1 < phases
                ? Page.of(items, Position.of(format, phase() + 1, ""))
                : Page.last(items);
    }

    private static Optional<String> cursor(Item value, String member) {
        Text cursor = value.id();
        if (!cursor.isPresent() && !value.isMissing()) {
            throw VendorException.unusable(
                    "The vendor's answer does not name the next page: '%s' is not a cursor."
                            .formatted(member));
        }
        return cursor.optional();
    }
}
