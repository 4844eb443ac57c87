package io.convene.launcher.egress.auth;

import io.convene.core.spi.Token;

import java.time.Duration;

/**
 * One access token, and when to stop using it. Told apart by identity: a vendor may give the same
 * text twice.
 */
public final class HeldToken {
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final String value;
    private final long staleAtNanos;

    /** A token that was just given. */
    HeldToken(Token token) {
        this.value = token.value();
        this.staleAtNanos = System.nanoTime() + usable(token.lifetime()).toNanos();
    }

    /** Until a minute before its end, or a tenth of its lifetime when that is less. */
    public static Duration usable(Duration lifetime) {
        Duration life = lifetime.compareTo(FOR_EVER) > 0 ? FOR_EVER : lifetime;
        Duration tenth = life.dividedBy(10);
        return life.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
    }

    String value() {
        return value;
    }

    String bearer() {
        return "Bearer " + value;
    }

    boolean isStale() {
        return System.nanoTime() - staleAtNanos >= 0;
    }
}
