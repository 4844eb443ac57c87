package io.convene.launcher.query;

import io.convene.core.spi.Position;

/**
 * Where a list continues.
 *
 * @param accountId the account it belongs to
 * @param filters the filters in canonical form, or their hash when they are too long to carry
 * @param hashed whether {@code filters} is a hash
 * @param pageSize the vendor's page size, the same over the whole chain
 * @param place the vendor's page, and how much of it is done with
 * @param trail the memory of the vendor's pages before that one
 */
public record Cursor(
        String accountId,
        String filters,
        boolean hashed,
        int pageSize,
        Place place,
        ChainMemory trail) {
    /**
     * A place in a vendor's list.
     *
     * @param position the vendor's page
     * @param index how many items of that page are done with
     * @param lastId the id of the last of them, empty when none is
     */
    public record Place(Position position, int index, String lastId) {
        /** The beginning of the list. */
        public static final Place START = new Place(Position.start(), 0, "");
    }

    /** A cursor that remembers no page. */
    public Cursor(String accountId, String filters, boolean hashed, int pageSize, Place place) {
        this(accountId, filters, hashed, pageSize, place, ChainMemory.START);
    }

    /** The vendor's page. */
    public Position position() {
        return place.position();
    }

    /** How many items of that page are done with. */
    public int index() {
        return place.index();
    }

    /** The id of the last of them, empty when none is. */
    public String lastId() {
        return place.lastId();
    }

    /** The same list in vendor pages of another size. */
    public Cursor withPageSize(int size) {
        return new Cursor(accountId, filters, hashed, size, place, trail);
    }

    /** The same with a hash instead of the filters. */
    Cursor withHash() {
        return hashed
                ? this
                : new Cursor(accountId, CursorCodec.hash(filters), true, pageSize, place, trail);
    }

    /** The same with only the number of items to tell which are done. */
    Cursor withoutLastId() {
        return new Cursor(
                accountId, filters, hashed, pageSize, new Place(position(), index(), ""), trail);
    }

    /** The same list at another place, after other pages. */
    Cursor at(Position position, int done, String last, ChainMemory before) {
        return new Cursor(
                accountId, filters, hashed, pageSize, new Place(position, done, last), before);
    }
}
