package io.convene.core.spi;

import java.util.Set;

/**
 * What a bundle may know of an account when it asks for a token: its settings and the names of its
 * credentials.
 */
public final class Connection {
    private final Settings settings;
    private final Set<String> credentials;
    private final String authentication;

    private Connection(Settings settings, Set<String> credentials, String authentication) {
        this.settings = settings;
        this.credentials = Set.copyOf(credentials);
        this.authentication = authentication;
    }

    /**
     * A connection with those settings and credentials' names, let in by the authentication of that
     * name.
     */
    public static Connection of(Settings settings, Set<String> credentials, String authentication) {
        return new Connection(settings, credentials, authentication);
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
}
