/**
 * The interfaces that a provider bundle implements, and the types that the host passes to it.
 *
 * <h2>Life of a request</h2>
 *
 * <p>A bundle implements {@link io.convene.core.spi.AtsProvider} and one {@link
 * io.convene.core.spi.Listing}. When the host loads the bundle it asks, once each, for {@code
 * descriptor()}, {@code interviews()} and {@code support()} under the default settings. For each
 * account it asks {@code problems()} when it starts. Then, for each request of a caller:
 *
 * <ol>
 *   <li>{@code support(settings)} says who evaluates which filter. The host refuses filters that
 *       are not named, and makes a {@link io.convene.core.spi.Query}.
 *   <li>{@code request(query, position)} states the vendor request for the first page, or for the
 *       position in the caller's cursor.
 *   <li>The host obtains a token if the account needs one ({@code tokenRequest}, {@code token}),
 *       adds the authentication, keeps to the quota, and sends the request.
 *   <li>{@code page(response, query, position)} cuts the answer into items and says where the next
 *       page begins. It throws the vendor's refusal.
 *   <li>The host may state and send requests for up to four further pages meanwhile, on other
 *       threads.
 *   <li>Where the cursor leads into the middle of the page, {@code map} may be called for some
 *       items first, to find the place by their ids.
 *   <li>{@code join(page, query, vendor)} makes side calls for the items that are wanted, perhaps
 *       in several parts.
 *   <li>{@code map(item, query, draft)} fills a draft for each item. The host evaluates the filters
 *       that the vendor could not, and writes the interview.
 *   <li>The host continues with the next position until the limit, the end of the list, the
 *       deadline or the most vendor calls. The position where it stops becomes the caller's cursor.
 * </ol>
 *
 * <p>To find one interview, {@code lookup(id, query)} takes the place of step 2, and {@code page}
 * reads its answer; without such a request the host reads the list until it finds the id.
 *
 * <h2>Failures</h2>
 *
 * <table>
 * <caption>The cost of a failure</caption>
 * <tr><th>where</th><th>fault</th><th>cost</th></tr>
 * <tr><td>{@code map}</td><td>anything</td><td>the record's remaining fields</td></tr>
 * <tr><td>{@code join}</td><td>{@code VendorException}</td><td>the answer is partial</td></tr>
 * <tr><td>{@code page}, first page</td><td>{@code VendorException}</td><td>the request</td></tr>
 * <tr><td>{@code page}, later page</td><td>{@code VendorException} of kind rate limited</td><td>the
 * answer ends there, with a cursor</td></tr>
 * <tr><td>{@code page}, later page</td><td>another {@code VendorException}</td><td>the request, or
 * the rest of an answer that has begun</td></tr>
 * <tr><td>anywhere but in {@code map}</td><td>anything else</td><td>the request: 500</td></tr>
 * <tr><td>anywhere</td><td>null is returned, or a value that cannot be used</td><td>the request: 502</td></tr>
 * <tr><td>anywhere</td><td>the deadline passes</td><td>the request: 504</td></tr>
 * </table>
 *
 * <h2>Builders</h2>
 *
 * <p>Every builder begins with {@code builder(…)}, except {@link
 * io.convene.core.spi.VendorRequest#get} and {@link io.convene.core.spi.VendorRequest#post}, and
 * ends with {@code build()}. It refuses null with a {@link java.lang.NullPointerException}, and a
 * value that makes no sense with an {@link java.lang.IllegalArgumentException} of one sentence. A
 * value that is set twice counts as it was set last; a name that is added twice is refused.
 *
 * <h2>Compatibility</h2>
 *
 * <p>Frozen as 1.0: within 1.x the packages grow by default methods, further methods of final
 * classes and builders, new types and new enum constants only. So a {@code switch} over one of the
 * enums needs a {@code default}. Members that came later than 1.0 say so with {@code @since}.
 */
@NullMarked
package io.convene.core.spi;

import org.jspecify.annotations.NullMarked;
