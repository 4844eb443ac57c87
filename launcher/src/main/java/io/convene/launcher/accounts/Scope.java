package io.convene.launcher.accounts;

import java.util.Optional;

/** A permission of a caller's token. */
public enum Scope {
    /** Unified interviews without the vendor's own data. */
    READ("read"),
    /** The vendor's own data: remote_data and the formats that show it. */
    RAW("raw"),
    /** Administration; includes both others. */
    ADMIN("admin");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** The word in the configuration. */
    public String text() {
        return text;
    }

    /** The scope of that word, if there is one. */
    public static Optional<Scope> named(String text) {
        for (Scope scope : values()) {
            if (scope.text.equals(text)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
