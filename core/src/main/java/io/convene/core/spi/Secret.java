package io.convene.core.spi;

/**
 * A reference to credentials. The host fills it in on the way out, for allowed hosts only; a bundle
 * never sees the value.
 */
public final class Secret {
    /** How the values become text. */
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

    /** The credential of that name. */
    public static Secret of(String credential) {
        return new Secret(Form.PLAIN, credential, "");
    }

    /** HTTP Basic with the credential as user name and no password. */
    public static Secret basic(String user) {
        return new Secret(Form.BASIC, user, "");
    }

    /** HTTP Basic with both credentials. */
    public static Secret basic(String user, String password) {
        return new Secret(Form.BASIC, user, password);
    }

    /** {@code Bearer} and the token held so far: for a token request that renews it. */
    public static Secret heldToken() {
        return new Secret(Form.HELD_TOKEN, "", "");
    }

    /** How the values become text. */
    public Form form() {
        return form;
    }

    /** The name of the first credential, empty for a held token. */
    public String first() {
        return first;
    }

    /** The name of the second credential, empty when there is none. */
    public String second() {
        return second;
    }

    @Override
    public String toString() {
        return "Secret[" + form + " " + first + (second.isEmpty() ? "" : ":" + second) + "]";
    }
}
