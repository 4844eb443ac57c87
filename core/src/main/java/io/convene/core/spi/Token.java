package io.convene.core.spi;

import io.convene.core.Item;

import java.time.Duration;
import java.util.Objects;

/**
 * An access token as a vendor gave it, made by {@link AtsProvider#token}. Immutable.
 *
 * @since 1.0.0
 */
public final class Token {
    /**
     * The lifetime to assume when the vendor states an expiry that cannot be read: five minutes. It
     * is short, so that a token is renewed too early and not too late.
     */
    public static final Duration CAUTIOUS_LIFETIME = Duration.ofMinutes(5);

    private static final long LONGEST_SECONDS = 999_999_999;

    private final String value;
    private final Duration lifetime;

    private Token(String value, Duration lifetime) {
        this.value = value;
        this.lifetime = lifetime;
    }

    /**
     * A token with its lifetime.
     *
     * @param value the token itself; the host refuses a blank one as an unusable answer
     * @param lifetime how long it is valid, counted from the vendor's answer
     * @return the token
     */
    public static Token of(String value, Duration lifetime) {
        return new Token(
                Objects.requireNonNull(value, "value"),
                Objects.requireNonNull(lifetime, "lifetime"));
    }

    /**
     * Reads a lifetime that the vendor states in seconds, such as {@code expires_in} of OAuth.
     *
     * @param seconds the vendor's member, a number or a string of digits
     * @param usual the lifetime when the vendor states nothing
     * @return the stated lifetime, or {@link #CAUTIOUS_LIFETIME} when it is not positive or cannot
     *     be read
     */
    public static Duration lifetime(Item seconds, Duration usual) {
        if (seconds.isMissing()) {
            return usual;
        }
        long stated = seconds.text().integer().orElse(0);
        return stated > 0 && stated <= LONGEST_SECONDS
                ? Duration.ofSeconds(stated)
                : CAUTIOUS_LIFETIME;
    }

    /** The token itself. */
    public String value() {
        return value;
    }

    /** How long the token is valid, counted from the vendor's answer. */
    public Duration lifetime() {
        return lifetime;
    }

    /** Shows the lifetime, and not the token. */
    @Override
    public String toString() {
        return "Token[lifetime=%s]".formatted(lifetime);
    }
}
