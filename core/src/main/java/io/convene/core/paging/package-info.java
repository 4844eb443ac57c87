/**
 * Ready paging for listings, by cursor, by page number and by offset. In {@code request} and in
 * {@code page} a bundle begins with {@code at(format, position)}, which refuses a position that it
 * did not make; {@code page} then makes the {@link io.convene.core.spi.Page} with its next
 * position.
 *
 * <pre>{@code
 * public VendorRequest request(Query query, Position position) {
 *     VendorRequest.Builder request = VendorRequest.get(url).query("limit", query.pageSize(1, 100));
 *     CursorPaging.at(1, position).cursor().ifPresent(cursor -> request.query("cursor", cursor));
 *     return request.build();
 * }
 *
 * public Page page(VendorResponse response, Query query, Position position) {
 *     Item body = response.json();
 *     return CursorPaging.at(1, position).page(body.each("data"), CursorPaging.next(body, "next_cursor"));
 * }
 * }</pre>
 *
 * <p>The first argument is the number of the bundle's token format. Raise it when tokens change
 * their meaning, for instance when paging changes from offsets to cursors. Frozen as 1.0 together
 * with {@link io.convene.core.spi}, under the same promise.
 */
@NullMarked
package io.convene.core.paging;

import org.jspecify.annotations.NullMarked;
