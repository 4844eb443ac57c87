package io.convene.core.spi;

import io.convene.core.Item;

import java.util.Optional;

/**
 * How one kind of record is listed. The host runs the loop: it asks for a request, sends it, has
 * the answer cut into a page, has items joined and mapped one by one, applies the filters that the
 * vendor could not apply, and asks for the next position until it has enough. The description of
 * this package shows the life of a request.
 *
 * <p>There is one listing for all accounts, and many threads call it at once: it has no state.
 * {@link #request}, {@link #page} and {@link #map} make no calls; {@link #join} makes calls through
 * its {@link Vendor} only.
 *
 * <p>An exception that is not a {@link VendorException} is a fault of the bundle and fails the
 * request, except in {@link #map}. No method returns null.
 *
 * @param <D> the draft that an item is mapped into
 * @since 1.0.0
 */
public interface Listing<D> {
    /**
     * States the filters and fields that this system has, and their cost, for one account. The host
     * asks at the beginning of each request, and once under the default settings when it loads the
     * bundle: a bundle whose support fails then is refused.
     *
     * @param settings the account's settings
     * @return the support, the same for the same settings
     */
    Support support(Settings settings);

    /**
     * States the request for the vendor's page at a position. It makes no call. The host adds the
     * authentication and the caller's {@code remote_query}.
     *
     * <p>The host may ask up to four pages ahead, ask for one position more than once, and ask from
     * several threads.
     *
     * @param query the caller's request
     * @param position the start, or a position that {@link #page} made, perhaps in another version
     *     of the bundle
     * @return the request
     * @throws VendorException of kind {@link VendorException.Kind#BAD_CURSOR} when this bundle
     *     cannot read the position; of another kind when the vendor cannot be asked like this
     */
    VendorRequest request(Query query, Position position);

    /**
     * Cuts the vendor's answer into items, without mapping them, and says where the next page
     * begins. An end of the list must be the vendor's word: an answer that cannot be read is
     * refused.
     *
     * <p>It reads the answers to both {@link #request} and {@link #lookup}; {@link Query#lookup()}
     * tells them apart. For the format {@code stream} it also reads the beginning of an answer that
     * is still arriving: the host closes the document at its first array, so that the list is empty
     * and members after it are missing. A {@code VendorException} of kind {@link
     * VendorException.Kind#UNUSABLE_ANSWER} then means that the end of the answer must be waited
     * for.
     *
     * @param response the answer, of any status
     * @param query the caller's request
     * @param position the position whose page this is; {@link Position#start()} for a look-up
     * @return the page
     * @throws VendorException when the answer is the vendor's refusal, whatever its HTTP status, or
     *     no usable page. For {@link VendorException.Kind#BAD_CREDENTIALS} the host renews a token
     *     once and sends the request again.
     */
    Page page(VendorResponse response, Query query, Position position);

    /**
     * States the request for the one record of an id. {@link #page} reads the answer, as a page
     * with that record or without any.
     *
     * @param id the interview's id, from the caller
     * @param query the caller's request; {@link Query#lookup()} is the id
     * @return the request; empty when the vendor has none: the host then looks through the list
     * @throws VendorException of kind {@link VendorException.Kind#NOT_FOUND}, here or in {@code
     *     page}, when there is no such record: the caller gets 404
     */
    default Optional<VendorRequest> lookup(String id, Query query) {
        return Optional.empty();
    }

    /**
     * Makes the side calls that wanted fields need, in batches, and attaches their rows to the
     * items with {@link Item#attach} or {@link Item#splice}. The host calls it before it maps the
     * items, once or several times for a page: each time with other items of it, and never without
     * any. Rows of the same answer, such as {@code included} of JSON:API, need no call: {@link
     * Item#document()} leads to them.
     *
     * <p>A call that fails costs its field only: catch the {@link VendorException} and say so with
     * {@link Page#omit}. One that is thrown marks the answer as partial.
     *
     * @param page the items that are wanted, without a next position
     * @param query the caller's request; {@link Query#wants} says which fields are worth a call
     * @param vendor makes the calls
     */
    default void join(Page page, Query query, Vendor vendor) {}

    /**
     * Maps one item. It makes no call. The host calls it once for each item that was joined; where
     * a cursor leads into a page, it also maps items that are not joined, to find the place by
     * their ids, and ignores their other fields.
     *
     * <p>Whatever is thrown, even an {@link Error}, costs this record's remaining fields and never
     * the page: the record is marked as unmapped.
     *
     * @param item an item of a page, of whatever shape the vendor sent
     * @param query the caller's request
     * @param draft an empty draft, which must not be kept
     */
    void map(Item item, Query query, D draft);
}
