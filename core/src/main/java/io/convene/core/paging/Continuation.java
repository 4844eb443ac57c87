package io.convene.core.paging;

import io.convene.core.Item;
import io.convene.core.spi.VendorException;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A vendor's own words on whether a list continues after a page: a flag, a number of pages, a
 * number of items, or several of these. {@link PageNumberPaging} and {@link OffsetPaging} follow
 * whichever of them says that more follows. Immutable.
 *
 * <pre>{@code
 * Continuation.unstated().more(body, "has_more")
 * Continuation.unstated().total(body, "total")
 * }</pre>
 *
 * @since 1.0.0
 */
public final class Continuation {
    private static final Continuation UNSTATED =
            new Continuation(Optional.empty(), OptionalLong.empty(), OptionalLong.empty());

    private final Optional<Boolean> more;
    private final OptionalLong pages;
    private final OptionalLong total;

    private Continuation(Optional<Boolean> more, OptionalLong pages, OptionalLong total) {
        this.more = more;
        this.pages = pages;
        this.total = total;
    }

    /**
     * A vendor that says nothing: its list ends with the first empty page, and not with a page that
     * is smaller than was asked for, as vendors cap the size of pages.
     *
     * @return a continuation without any word
     */
    public static Continuation unstated() {
        return UNSTATED;
    }

    /**
     * The vendor says whether more follows, in every page.
     *
     * @param body the object that has the member
     * @param member the member, true or false
     * @return this, with the flag
     * @throws VendorException of kind {@code UNUSABLE_ANSWER} when the member is neither
     */
    public Continuation more(Item body, String member) {
        Optional<Boolean> stated = body.flag(member);
        if (stated.isEmpty()) {
            throw unreadable(member, "true or false");
        }
        return more(stated);
    }

    /**
     * The vendor may say whether more follows.
     *
     * @param stated the flag; empty when the vendor does not say it
     * @return this, with the flag
     */
    public Continuation more(Optional<Boolean> stated) {
        return new Continuation(stated, pages, total);
    }

    /**
     * The vendor says how many pages the list has, in every page.
     *
     * @param body the object that has the member
     * @param member the member, a number from 0
     * @return this, with the number of pages
     * @throws VendorException of kind {@code UNUSABLE_ANSWER} when the member is not such a number
     */
    public Continuation pages(Item body, String member) {
        return pages(number(body, member));
    }

    /**
     * The vendor may say how many pages the list has.
     *
     * @param stated the number; empty when the vendor does not say it. A negative one counts as
     *     empty.
     * @return this, with the number of pages
     */
    public Continuation pages(OptionalLong stated) {
        return new Continuation(more, natural(stated), total);
    }

    /**
     * The vendor says how many items the list has, in every page. The host gets it as {@link
     * io.convene.core.spi.Page#total}.
     *
     * @param body the object that has the member
     * @param member the member, a number from 0
     * @return this, with the number of items
     * @throws VendorException of kind {@code UNUSABLE_ANSWER} when the member is not such a number
     */
    public Continuation total(Item body, String member) {
        return total(number(body, member));
    }

    /**
     * The vendor may say how many items the list has.
     *
     * @param stated the number; empty when the vendor does not say it. A negative one counts as
     *     empty.
     * @return this, with the number of items
     */
    public Continuation total(OptionalLong stated) {
        return new Continuation(more, pages, natural(stated));
    }

    /** Whether more follows, if the vendor says so. */
    public Optional<Boolean> more() {
        return more;
    }

    /** How many pages the list has, if the vendor says so. */
    public OptionalLong pages() {
        return pages;
    }

    /** How many items the list has, if the vendor says so. */
    public OptionalLong total() {
        return total;
    }

    private static OptionalLong number(Item body, String member) {
        OptionalLong stated = natural(body.integer(member));
        if (stated.isEmpty()) {
            throw unreadable(member, "a number");
        }
        return stated;
    }

    private static OptionalLong natural(OptionalLong stated) {
        return stated.orElse(-1) < 0 ? OptionalLong.empty() : stated;
    }

    private static VendorException unreadable(String member, String expected) {
        return VendorException.unusable(
                "The vendor's answer does not say whether more follows: '%s' is not %s."
                        .formatted(member, expected));
    }
}
