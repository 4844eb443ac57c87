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
 * One page of a vendor's list: its items in order, and where the next page begins. Belongs to one
 * request.
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

    /** A page behind which nothing follows. */
    public static Page last(List<Item> items) {
        return new Page(items, null);
    }

    /** A page with another one behind it. */
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
     * Foretells where the pages behind the next one begin, in order, for a vendor that numbers its
     * pages: they may then be read at once.
     */
    public Page foretell(List<Position> positions) {
        upcoming = List.copyOf(positions);
        return this;
    }

    /** Where the pages behind the next one begin, as far as that is known. */
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
     * @throws IllegalArgumentException when the number is negative
     * @since 1.0
     */
    public Page total(long items) {
        if (items < 0) {
            throw new IllegalArgumentException("a list cannot have " + items + " items");
        }
        total = OptionalLong.of(items);
        return this;
    }

    /**
     * How many items the whole list has, if the vendor says so.
     *
     * @since 1.0
     */
    public OptionalLong total() {
        return total;
    }

    /**
     * Says that a field could not be filled for this page, and why: the answer is marked as
     * partial.
     */
    public void omit(Field field, String why) {
        omitted.putIfAbsent(
                Objects.requireNonNull(field, "field"), Objects.requireNonNull(why, "why"));
    }

    /** What could not be filled, and why. */
    public Map<Field, String> omitted() {
        return Map.copyOf(omitted);
    }
}
