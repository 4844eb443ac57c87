package io.convene.core.spi;

import java.time.Duration;
import java.util.Objects;

/** An access token as a vendor gave it. */
public final class Token {
    private final String value;
    private final Duration lifetime;

    private Token(String value, Duration lifetime) {
        this.value = value;
        this.lifetime = lifetime;
    }

    /** A token that holds for that long from now on. */
    public static Token of(String value, Duration lifetime) {
        return new Token(
                Objects.requireNonNull(value, "value"),
                Objects.requireNonNull(lifetime, "lifetime"));
    }

    /** The token itself. */
    public String value() {
        return value;
    }

    /** How long it holds, counted from the vendor's answer. */
    public Duration lifetime() {
        return lifetime;
    }

    @Override
    public String toString() {
        return "Token[lifetime=" + lifetime + "]";
    }
}
