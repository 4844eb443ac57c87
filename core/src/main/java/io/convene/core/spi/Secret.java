package io.convene.core.spi;

/**
 * A reference to credentials. A bundle puts it where the value belongs; the host replaces it when
 * the request leaves, and only towards hosts that are allowed. A bundle never sees the value.
 * Immutable.
 *
 * @since 1.0.0
 */
public final class Secret {
    /**
     * How the values become text.
     *
     * @since 1.0.0
     */
    public enum Form {
        /** The credential as it is. */
        PLAIN,
        /**
         * {@code Basic} and the Base64 of both credentials with a colon between; a missing second
         * one is empty.
         */
        BASIC,
        /** {@code Bearer} and the token held so far. */
        HELD_TOKEN
    }

    private final Form form;
    private final String first;
    private final String second;

    private Secret(Form form, String first, String second) {
        this.form = form;
        this.first = first;
        this.second = second;
    }

    /**
     * Refers to one credential.
     *
     * @param credential its name in the account's configuration
     * @return a reference to its value as it is
     * @throws IllegalArgumentException when the key is blank
     */
    public static Secret of(String credential) {
        return new Secret(Form.PLAIN, Checks.named(credential, "The credential"), "");
    }

    /**
     * Refers to HTTP Basic with a user name and an empty password.
     *
     * @param user the key of the credential that is the user name
     * @return a reference to the header's whole value
     * @throws IllegalArgumentException when the key is blank
     */
    public static Secret basic(String user) {
        return new Secret(Form.BASIC, Checks.named(user, "The credential"), "");
    }

    /**
     * Refers to HTTP Basic with a user name and a password.
     *
     * @param user the key of the credential that is the user name
     * @param password the key of the credential that is the password
     * @return a reference to the header's whole value
     * @throws IllegalArgumentException when a key is blank
     */
    public static Secret basic(String user, String password) {
        return new Secret(
                Form.BASIC,
                Checks.named(user, "The credential"),
                Checks.named(password, "The credential"));
    }

    /**
     * Refers to {@code Bearer} and the token held so far. Only a {@linkplain
     * AtsProvider#tokenRequest token request} that renews a token may have it.
     *
     * @return a reference to the header's whole value
     */
    public static Secret heldToken() {
        return new Secret(Form.HELD_TOKEN, "", "");
    }

    /** How the values become text. */
    public Form form() {
        return form;
    }

    /** The key of the first credential; empty for a held token. */
    public String first() {
        return first;
    }

    /** The key of the second credential; empty when there is none. */
    public String second() {
        return second;
    }

    /** Names the credentials, without their values. */
    @Override
    public String toString() {
        String names = second.isEmpty() ? first : "%s:%s".formatted(first, second);
        return "Secret[%s %s]".formatted(form, names);
    }
}
