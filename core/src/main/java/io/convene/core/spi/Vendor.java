package io.convene.core.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The vendor of one account during one request: side calls, a small cache and the time. Implemented
 * by the host.
 */
public interface Vendor {
    /**
     * Sends a request with the account's authentication and waits for the answer, whatever its
     * status.
     *
     * @throws VendorException when no answer came
     */
    VendorResponse send(VendorRequest request);

    /**
     * Sends requests at once, as far as the quota lets it, and returns the answers in the same
     * order.
     *
     * @throws VendorException when one of them got no answer
     */
    List<VendorResponse> sendAll(List<VendorRequest> requests);

    /** What was remembered under that key for this account, unless its time is over. */
    Optional<String> recall(String key);

    /**
     * Remembers a small text for this account, as long as this generation of the bundle is in use
     * and no longer than that.
     */
    void remember(String key, String value, Duration atMost);

    /**
     * Binds a side document, such as a list of users, to a public type in an unqualified export of
     * the bundle.
     *
     * @throws VendorException of kind UNUSABLE_ANSWER when it does not fit
     */
    <T> T bind(VendorResponse response, Class<T> type);

    /** The time of the request. */
    Instant now();
}
