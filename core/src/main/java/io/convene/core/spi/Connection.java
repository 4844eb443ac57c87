package io.convene.core.spi;

import java.time.Instant;
import java.util.Set;

/**
 * What a bundle may know of an account when it asks for a token: its settings, the names of its
 * credentials, and the time. Immutable.
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
     * A connection with those settings and credentials' names, let in by the authentication of that
     * name, at that time.
     */
    public static Connection of(
            Settings settings, Set<String> credentials, String authentication, Instant now) {
        return new Connection(settings, credentials, authentication, now);
    }

    /** The account's settings. */
    public Settings settings() {
        return settings;
    }

    /** Whether the account has a credential of that name. */
    public boolean has(String credential) {
        return credentials.contains(credential);
    }

    /** The name of the authentication in use. */
    public String authentication() {
        return authentication;
    }

    /**
     * The host's time: when the request is stated, or when the answer came. A vendor's clock may
     * differ; its own is what the answer's {@code Date} shows, where it has one.
     */
    public Instant now() {
        return now;
    }
}
