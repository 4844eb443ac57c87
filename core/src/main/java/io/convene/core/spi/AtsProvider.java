package io.convene.core.spi;

import io.convene.core.InterviewDraft;

import java.util.List;
import java.util.Optional;

/**
 * One applicant tracking system, as a bundle offers it through {@link java.util.ServiceLoader}. A
 * provider is a pure translator: it has no HTTP client, no thread, no clock and no state, and may
 * be called by many threads at once.
 *
 * <p>No method returns null. Whatever a method throws other than a {@link VendorException} is
 * reported as a fault of the bundle. A method that has not returned at the request's deadline is
 * interrupted, and a bundle that does not return again and again is not called for a while.
 */
public interface AtsProvider {
    /**
     * What the provider is called, where it sends credentials, and what an account must configure.
     * Asked once, when the bundle is loaded. Never changes.
     */
    ProviderDescriptor descriptor();

    /**
     * Says what is wrong with an account's settings beyond their types, such as two that exclude
     * each other. The host calls it for each account when it starts, once it has checked every
     * value with {@link Setting#problem}, and refuses to start while there are problems. A {@link
     * VendorException} that an accessor of the settings throws may pass: the host has reported that
     * value.
     *
     * @param settings the account's
     * @return one sentence for each problem, beginning with the setting's name; empty when all is
     *     well
     */
    default List<String> problems(Settings settings) {
        return List.of();
    }

    /** How interviews are listed, if this system has any. Asked once, when the bundle is loaded. */
    default Optional<Listing<InterviewDraft>> interviews() {
        return Optional.empty();
    }

    /**
     * The request that obtains an access token, for an authentication declared with {@link
     * Authentication.Builder#token()}.
     *
     * @param renewal true when a token was held before and the vendor may exchange it ({@link
     *     Secret#heldToken()}); the host asks again with false when that fails
     */
    default VendorRequest tokenRequest(Connection connection, boolean renewal) {
        throw new IllegalStateException("this provider declares no authentication by token");
    }

    /**
     * Reads the answer to a token request.
     *
     * @param connection what the request was stated with; its time is that of the answer
     * @throws VendorException when the vendor refused the credentials or the answer carries no
     *     token
     */
    default Token token(VendorResponse response, Connection connection) {
        throw new IllegalStateException("this provider declares no authentication by token");
    }
}
