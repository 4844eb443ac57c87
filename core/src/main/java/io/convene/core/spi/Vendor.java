package io.convene.core.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The vendor of one account during one request: side calls, a small memory and the time. The host
 * implements it and hands it to {@link Listing#join}; tests of bundles use a double. It is
 * thread-safe. It must not be used after {@code join} has returned.
 *
 * <p>A request of a caller may make 20 calls in all, those for pages included, unless the operator
 * configures another limit; then {@code send} and {@code sendAll} throw {@link
 * VendorException.Kind#EXHAUSTED}. Time spent in them does not count as the bundle's own.
 *
 * @since 1.0.0
 */
public interface Vendor {
    /**
     * Sends a request with the account's authentication and waits for the answer.
     *
     * @param request the request, to a host that the descriptor or a setting allows
     * @return the answer, whatever its status: the bundle says whether it is a refusal
     * @throws VendorException when no answer came, or the calls or the time are used up
     * @throws IllegalArgumentException when the request cannot be sent
     */
    VendorResponse send(VendorRequest request);

    /**
     * Sends requests at once, eight at a time and as fast as the account's quota allows.
     *
     * @param requests the requests; none is allowed
     * @return the answers in the same order, whatever their status
     * @throws VendorException when one of them got no answer: the others are given up, and none of
     *     their answers is returned
     * @throws IllegalArgumentException when one of them cannot be sent; none is sent then
     */
    List<VendorResponse> sendAll(List<VendorRequest> requests);

    /**
     * Finds a remembered text.
     *
     * @param key the key it was remembered with
     * @return the text; empty when there is none for this account, or it is no longer kept
     */
    Optional<String> recall(String key);

    /**
     * Remembers a small text for this account, such as a directory of users. The host may forget it
     * at any time: all texts of a bundle together have about 4 million characters, and those that
     * were not used for longest go first. They end with this generation of the bundle.
     *
     * @param key a key of the bundle's own
     * @param value a text of at most 262,144 characters; a longer one is not kept
     * @param atMost how long it is kept, up to a day
     */
    void remember(String key, String value, Duration atMost);

    /**
     * Binds a side document, such as a list of users, to a type with JSON-B.
     *
     * @param response the answer that holds the document
     * @param type a public type in a package that the bundle exports or opens to all
     * @param <T> the type
     * @return the document
     * @throws VendorException of kind {@link VendorException.Kind#UNUSABLE_ANSWER} when the
     *     document does not fit the type
     */
    <T> T bind(VendorResponse response, Class<T> type);

    /** The time of the request, the same as {@link Query#now()}. */
    Instant now();
}
