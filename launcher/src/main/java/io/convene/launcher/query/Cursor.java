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
 */
public record Cursor(
        String accountId,
        String filters,
        boolean hashed,
        int pageSize,
        Position position,
        int index,
        String lastId) {
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
                        lastId);
    }

    /** The same with nothing but the number of items to tell what is done with. */
    Cursor withoutLastId() {
        return new Cursor(accountId, filters, hashed, pageSize, position, index, "");
    }

    /** The same list at another place. */
    Cursor at(Position place, int done, String last) {
        return new Cursor(accountId, filters, hashed, pageSize, place, done, last);
    }
}
