package io.convene.launcher.query;

import io.convene.core.spi.Position;

/**
 * Where a list goes on.
 *
 * @param accountId the account it belongs to
 * @param filters the filters in canonical form, or their hash when they are too long to carry
 * @param hashed whether {@code filters} is a hash
 * @param pageSize the vendor's page size, the same over the whole chain
 * @param position the vendor's page
 * @param index how many items of that page are done with
 * @param lastId the id of the last of them, empty when none is
 * @param trail what is remembered of the vendor's pages before that one
 */
public record Cursor(
        String accountId,
        String filters,
        boolean hashed,
        int pageSize,
        Position position,
        int index,
        String lastId,
        ChainMemory trail) {
    /** A cursor that remembers no page. */
    public Cursor(
            String accountId,
            String filters,
            boolean hashed,
            int pageSize,
            Position position,
            int index,
            String lastId) {
        this(accountId, filters, hashed, pageSize, position, index, lastId, ChainMemory.START);
    }

    /** The same list in vendor pages of another size. */
    public Cursor withPageSize(int size) {
        return new Cursor(accountId, filters, hashed, size, position, index, lastId, trail);
    }

    /** The same with a hash instead of the filters. */
    Cursor withHash() {
        return hashed
                ? this
                : new Cursor(
                        accountId,
                        CursorCodec.hash(filters),
                        true,
                        pageSize,
                        position,
                        index,
                        lastId,
                        trail);
    }

    /** The same with nothing but the number of items to tell what is done with. */
    Cursor withoutLastId() {
        return new Cursor(accountId, filters, hashed, pageSize, position, index, "", trail);
    }

    /** The same list at another place, after other pages. */
    Cursor at(Position place, int done, String last, ChainMemory before) {
        return new Cursor(accountId, filters, hashed, pageSize, place, done, last, before);
    }
}
