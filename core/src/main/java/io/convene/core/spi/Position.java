package io.convene.core.spi;

import java.util.Objects;

/**
 * Where a vendor's page begins, in the bundle's own words. It travels to the caller inside an
 * encrypted cursor and comes back, perhaps to a later version of the bundle: the format number says
 * how the token is to be read.
 */
public final class Position {
    private static final Position START = new Position(0, 0, "");

    private final int format;
    private final int phase;
    private final String token;

    private Position(int format, int phase, String token) {
        this.format = format;
        this.phase = phase;
        this.token = token;
    }

    /** The very beginning: phase 0 and no token, in every format. */
    public static Position start() {
        return START;
    }

    /**
     * The place the token names, in one of several lists that follow each other; an empty token is
     * that list's beginning.
     */
    public static Position of(int format, int phase, String token) {
        return new Position(format, phase, Objects.requireNonNull(token, "token"));
    }

    /** The format of the token; 0 at the very beginning. */
    public int format() {
        return format;
    }

    /** Which of several lists that follow each other, from 0. */
    public int phase() {
        return phase;
    }

    /** The place within that list, such as the vendor's cursor; empty at its beginning. */
    public String token() {
        return token;
    }

    /** Whether this is the beginning of a list. */
    public boolean isFirst() {
        return token.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position that
                && format == that.format
                && phase == that.phase
                && token.equals(that.token);
    }

    @Override
    public int hashCode() {
        return (format * 31 + phase) * 31 + token.hashCode();
    }

    @Override
    public String toString() {
        return "Position[format=" + format + ", phase=" + phase + ", token=" + token + "]";
    }
}
