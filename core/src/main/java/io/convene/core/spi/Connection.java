package io.convene.core.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * An account as a bundle sees it when it asks for a token: its settings, the names of its
 * credentials, and the time. The host makes it for {@link AtsProvider#tokenRequest} and {@link
 * AtsProvider#token}. Immutable.
 *
 * @since 1.0.0
 */
public final class Connection {
    private final Settings settings;
    private final Set<String> credentials;
    private final String authentication;
    private final Instant now;

    private Connection(
            Settings settings, Set<String> credentials, String authentication, Instant now) {
        this.settings = settings;
        this.credentials = Set.copyOf(credentials);
        this.authentication = authentication;
        this.now = now;
    }

    /**
     * Makes a connection. The host does it, and so do the tests of bundles.
     *
     * @param settings the account's settings
     * @param credentials the names of the account's credentials
     * @param authentication the name of the authentication in use
     * @param now the present
     * @return the connection
     */
    public static Connection of(
            Settings settings, Set<String> credentials, String authentication, Instant now) {
        return new Connection(
                Objects.requireNonNull(settings, "settings"),
                credentials,
                Objects.requireNonNull(authentication, "authentication"),
                Objects.requireNonNull(now, "now"));
    }

    /** The account's settings. */
    public Settings settings() {
        return settings;
    }

    /**
     * Whether the account has a credential, such as an optional one.
     *
     * @param credential its name
     * @return true when it has one that is not blank
     */
    public boolean has(String credential) {
        return credentials.contains(credential);
    }

    /** The name of the authentication in use. */
    public String authentication() {
        return authentication;
    }

    /**
     * The host's time: when the request is stated, or when the answer came. A vendor's clock may
     * differ; the answer's header {@code Date} shows it.
     */
    public Instant now() {
        return now;
    }
}
