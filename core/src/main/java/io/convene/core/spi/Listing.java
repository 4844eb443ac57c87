package io.convene.core.spi;

import io.convene.core.Item;

import java.util.Optional;

/**
 * How one kind of record is listed. Without state, and used by many threads at once. The host runs
 * the loop: it asks for the request, sends it, has the page read, joined and mapped item by item,
 * filters what the vendor could not, and asks for the next position until it has enough.
 *
 * @param <D> the draft that an item is mapped into
 */
public interface Listing<D> {
    /**
     * Which filters and fields this system has, and at what cost, under the settings of one
     * account. Also asked under the default settings when the bundle is loaded; one that fails at
     * it is refused.
     */
    Support support(Settings settings);

    /**
     * The request for the vendor's page at that position. No I/O; the host adds authentication and
     * the caller's remote_query.
     *
     * @throws VendorException of kind {@link VendorException.Kind#BAD_CURSOR} when the position is
     *     none of this provider's
     */
    VendorRequest request(Query query, Position position);

    /**
     * Cuts the vendor's answer into items, without mapping them, and says where the next page
     * begins.
     *
     * @throws VendorException when the answer is the vendor's refusal, whatever its HTTP status, or
     *     no usable page
     */
    Page page(VendorResponse response, Query query, Position position);

    /**
     * The request whose answer {@link #page} reads as a page with the one record of that id, or
     * without any. Nothing when the vendor has no such request: the host then looks through the
     * list, narrowed by what {@link Support#lookup()} names.
     */
    default Optional<VendorRequest> lookup(String id, Query query) {
        return Optional.empty();
    }

    /**
     * Makes the side calls that wanted fields need, in batches, and attaches their rows to the
     * items. A call that fails costs its field: catch the {@link VendorException} and say so with
     * {@link Page#omit}.
     */
    default void join(Page page, Query query, Vendor vendor) {}

    /**
     * Maps one item. No I/O. Whatever is thrown costs this record's remaining fields, never the
     * page.
     */
    void map(Item item, Query query, D draft);
}
