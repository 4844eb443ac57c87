package io.convene.launcher.http;

import java.util.Optional;

/**
 * Turns failures that this package does not know into errors for callers. Called on the request's
 * thread, or on the thread that answers in its place.
 */
@FunctionalInterface
public interface FailureTranslation {
    /**
     * The error that a caller gets.
     *
     * @param failure the exception of a handler
     * @param requestId the id of the request
     * @return empty when the failure is a fault of Convene itself, which ends in a 500
     */
    Optional<ApiException> translate(Throwable failure, String requestId);

    /** Knows no failure: for handlers that neither ask a vendor nor call a bundle. */
    static FailureTranslation none() {
        return (failure, requestId) -> Optional.empty();
    }
}
