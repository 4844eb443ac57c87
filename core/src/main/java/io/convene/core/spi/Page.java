package io.convene.core.spi;

import io.convene.core.Field;
import io.convene.core.Item;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a vendor's list: its items in order, and where the next page begins. {@link
 * Listing#page} makes it. {@link Listing#join} gets another one, made by the host, which has only
 * the items that are wanted, and neither a next position nor a total. Belongs to one request; not
 * thread-safe.
 *
 * @since 1.0.0
 */
public final class Page {
    private final List<Item> items;
    private final @Nullable Position next;
    private List<Position> upcoming = List.of();
    private OptionalLong total = OptionalLong.empty();
    private final Map<Field, String> omitted = new EnumMap<>(Field.class);

    private Page(List<Item> items, @Nullable Position next) {
        this.items = List.copyOf(items);
        this.next = next;
    }

    /**
     * The last page of a list.
     *
     * @param items the items in the vendor's order, cut out of {@link VendorResponse#json()}
     * @return a page after which nothing follows
     */
    public static Page last(List<Item> items) {
        return new Page(items, null);
    }

    /**
     * A page that another one follows.
     *
     * @param items the items in the vendor's order, cut out of {@link VendorResponse#json()}
     * @param next where the next page begins
     * @return the page
     */
    public static Page of(List<Item> items, Position next) {
        return new Page(items, Objects.requireNonNull(next, "next"));
    }

    /** The items in the vendor's order. */
    public List<Item> items() {
        return items;
    }

    /** Where the next page begins, if there is one. */
    public Optional<Position> next() {
        return Optional.ofNullable(next);
    }

    /**
     * Foretells where the pages after the next one begin, for a vendor that numbers its pages. The
     * host may then read up to four pages at once. A position that turns out wrong costs a call and
     * nothing else.
     *
     * @param positions the positions in order, the first one that of the page after the next
     * @return this page
     */
    public Page foretell(List<Position> positions) {
        upcoming = List.copyOf(positions);
        return this;
    }

    /** Where the pages after the next one begin, as far as that is known. */
    public List<Position> upcoming() {
        return upcoming;
    }

    /**
     * States how many items the whole list has, as the vendor says. The host counts the items of
     * all pages from the first one on, over a chain of cursors too; when the list ends before this
     * many, the answer is marked as partial. The total that was stated last counts. Leave it out
     * when the vendor states no number, or one that counts something else.
     *
     * <p>In a list of several phases the number is that of the page's own phase: the host counts
     * each {@link Position#phase()} by itself, from its first page to the page that leads to
     * another phase. Leave it out where {@link Listing#page} drops some of the vendor's items.
     *
     * @param items the vendor's number, 0 or more
     * @return this page
     * @throws IllegalArgumentException when the number is negative
     */
    public Page total(long items) {
        if (items < 0) {
            throw new IllegalArgumentException("A list cannot have %d items.".formatted(items));
        }
        total = OptionalLong.of(items);
        return this;
    }

    /** How many items the whole list has, if the vendor says so. */
    public OptionalLong total() {
        return total;
    }

    /**
     * Says that a field could not be filled for this page: the answer is marked as partial, and the
     * reason is logged. The first reason for a field counts.
     *
     * @param field the field that is lacking
     * @param why one sentence, usually the message of the {@link VendorException} that was caught
     */
    public void omit(Field field, String why) {
        omitted.putIfAbsent(
                Objects.requireNonNull(field, "field"), Objects.requireNonNull(why, "why"));
    }

    /** The fields that could not be filled, with the reason for each. */
    public Map<Field, String> omitted() {
        return Map.copyOf(omitted);
    }
}
