package io.convene.core.paging;

import io.convene.core.Item;
import io.convene.core.spi.Page;
import io.convene.core.spi.Position;
import io.convene.core.spi.VendorException;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Paging by page numbers. The token of a position is the page's number, followed by the number of
 * items before it where the vendor states a total: {@code 3+40}. A page that is smaller than was
 * asked for is not the end, as vendors cap the size of pages. Immutable.
 *
 * @since 1.0.0
 */
public final class PageNumberPaging {
    /** How many pages are predicted at most; the host decides how many it reads at once. */
    static final int MOST_FORETOLD = 9;

    private static final int FIRST = 1;
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,9})(?:\\+(\\d{1,15}))?");

    private final int format;
    private final int first;
    private final int number;
    private final OptionalLong before;

    private PageNumberPaging(int format, int first, int number, OptionalLong before) {
        this.format = format;
        this.first = first;
        this.number = number;
        this.before = before;
    }

    /**
     * Paging through a list whose first page is number 1.
     *
     * @param format the number of the bundle's token format, from 1
     * @param position where a page begins
     * @return the paging at that page
     * @throws VendorException of kind {@code BAD_CURSOR} when the position is not a page of this
     *     format
     */
    public static PageNumberPaging at(int format, Position position) {
        return at(format, position, FIRST);
    }

    /**
     * Paging through a list whose first page has that number.
     *
     * @param format the number of the bundle's token format, from 1
     * @param position where a page begins
     * @param first the number of the first page, 0 or 1
     * @return the paging at that page
     * @throws VendorException of kind {@code BAD_CURSOR} when the position is not a page of this
     *     format
     */
    public static PageNumberPaging at(int format, Position position, int first) {
        String token = position.require(1, format).token();
        if (position.equals(Position.start())) {
            return new PageNumberPaging(format, first, first, OptionalLong.of(0));
        }
        Matcher read = TOKEN.matcher(token);
        int number = read.matches() ? Integer.parseInt(read.group(1)) : -1;
        if (number < first) {
            throw VendorException.badCursor();
        }
        OptionalLong before =
                read.group(2) == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(Long.parseLong(read.group(2)));
        return new PageNumberPaging(format, first, number, before);
    }

    /** The number of this page, as the vendor counts. */
    public int number() {
        return number;
    }

    /** Whether this is the first page. */
    public boolean isFirst() {
        return number == first;
    }

    /**
     * Refuses an answer that is not the requested page, for a vendor that answers a page beyond its
     * list with the last one.
     *
     * @param body the object that has the member
     * @param member the member with the page's number; a member that cannot be read is ignored
     * @return this paging
     * @throws VendorException of kind {@code UNUSABLE_ANSWER} when the number is another one
     */
    public PageNumberPaging requireNumber(Item body, String member) {
        long answered = body.integer(member).orElse(number);
        if (answered != number) {
            throw VendorException.unusable(
                    "The vendor was asked for page %d and answered page %d."
                            .formatted(number, answered));
        }
        return this;
    }

    /**
     * Makes this page. More follows when any of the vendor's words says so; an empty page is the
     * end unless the flag or the number of pages says otherwise.
     *
     * @param items all items of the vendor's page
     * @param stated the vendor's words on the pages that follow
     * @return the page, with its total and the positions that are certain to follow
     */
    public Page page(List<Item> items, Continuation stated) {
        boolean counted = stated.total().isPresent();
        Page page =
                isFollowed(items.size(), stated)
                        ? Page.of(items, position(1, items.size(), counted))
                                .foretell(upcoming(items.size(), stated))
                        : Page.last(items);
        return counted ? page.total(stated.total().getAsLong()) : page;
    }

    private boolean isFollowed(int size, Continuation stated) {
        if (stated.more().orElse(false) || pagesLeft(stated) > 0) {
            return true;
        }
        if (size == 0) {
            return false;
        }
        if (stated.total().isPresent()) {
            OptionalLong end = after(1, size);
            return end.isEmpty() || end.getAsLong() < stated.total().getAsLong();
        }
        return stated.more().isEmpty() && stated.pages().isEmpty();
    }

    /** The pages after the next one, as far as both numbers agree on them. */
    private List<Position> upcoming(int size, Continuation stated) {
        long certain = stated.pages().isPresent() ? pagesLeft(stated) : Long.MAX_VALUE;
        OptionalLong end = after(1, size);
        if (stated.total().isPresent() && end.isPresent() && size > 0) {
            long left = stated.total().getAsLong() - end.getAsLong();
            certain = Math.min(certain, Math.ceilDiv(left, size));
        } else if (stated.pages().isEmpty()) {
            certain = 0;
        }
        int last = Math.clamp(certain, 0, MOST_FORETOLD + 1);
        boolean counted = stated.total().isPresent();
        return IntStream.rangeClosed(2, last)
                .mapToObj(pages -> position(pages, size, counted))
                .toList();
    }

    private long pagesLeft(Continuation stated) {
        return stated.pages().isPresent() ? stated.pages().getAsLong() - (number - first + 1) : 0;
    }

    private Position position(int pages, int size, boolean counted) {
        OptionalLong items = after(pages, size);
        return Position.at(
                format,
                counted && items.isPresent()
                        ? "%d+%d".formatted(number + pages, items.getAsLong())
                        : Integer.toString(number + pages));
    }

    /** How many items there are up to the end of that many pages of that size, if it is known. */
    private OptionalLong after(int pages, int size) {
        return before.isPresent()
                ? OptionalLong.of(before.getAsLong() + (long) pages * size)
                : before;
    }
}
