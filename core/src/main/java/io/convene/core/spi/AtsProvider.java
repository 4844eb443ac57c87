package io.convene.core.spi;

import io.convene.core.InterviewDraft;

import java.util.List;
import java.util.Optional;

/**
 * One applicant tracking system, as a bundle offers it through {@link java.util.ServiceLoader}. The
 * host makes one instance for each generation of the bundle.
 *
 * <p>A provider is a pure translator: it has no HTTP client, thread, clock or state, and many
 * threads call it at once. The conformance kit checks that.
 *
 * <p>No method returns null. An exception that is not a {@link VendorException} is a fault of the
 * bundle and fails the request. A method that has not returned by the request's deadline is
 * interrupted; one that still does not return is given up, and a bundle that overruns three times
 * within five minutes is not called for at least a minute.
 *
 * @since 1.0.0
 */
public interface AtsProvider {
    /**
     * Describes the provider: its name, its hosts, and the settings and credentials of an account.
     * The host asks once, when it loads the bundle.
     *
     * @return the descriptor; a bundle whose descriptor fails is refused
     */
    ProviderDescriptor descriptor();

    /**
     * Finds mistakes in an account's settings beyond their types, such as two that exclude each
     * other. The host calls it for each account when it starts, once it has checked every value
     * with {@link Setting#problem}, and refuses to start while there are problems. A {@link
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

    /**
     * Returns the listing of interviews. The host asks once, when it loads the bundle.
     *
     * @return the listing; empty when the system has no interviews
     */
    default Optional<Listing<InterviewDraft>> interviews() {
        return Optional.empty();
    }

    /**
     * States the request that obtains an access token, for an authentication declared with {@link
     * Authentication.Builder#token()}. The host asks when no token is held or the held one expires,
     * once for all requests of an account that wait for it, and keeps the token. The call must
     * return within half a second.
     *
     * @param connection the account
     * @param renewal true when a token was held before and the vendor may exchange it for a new one
     *     ({@link Secret#heldToken()}). The host asks for both requests, sends the renewal unless
     *     they are equal, and falls back on the other one.
     * @return the request; it should be {@linkplain VendorRequest.Builder#anonymous() anonymous}
     */
    default VendorRequest tokenRequest(Connection connection, boolean renewal) {
        throw new IllegalStateException("this provider declares no authentication by token");
    }

    /**
     * Reads the answer to a token request. The call must return within half a second.
     *
     * @param response the answer, of any status
     * @param connection the account; its time is that of the answer
     * @return the token
     * @throws VendorException of kind {@link VendorException.Kind#BAD_CREDENTIALS} when the vendor
     *     refuses the credentials, of another kind when the answer carries no token
     */
    default Token token(VendorResponse response, Connection connection) {
        throw new IllegalStateException("this provider declares no authentication by token");
    }
}
