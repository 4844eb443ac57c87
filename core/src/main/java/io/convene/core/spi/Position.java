package io.convene.core.spi;

import java.util.Arrays;
import java.util.Objects;

/**
 * Where a vendor's page begins, in the bundle's own words. {@link Listing#page} makes it, and
 * {@link Listing#request} and {@code page} get it back: in the same request, or later from the
 * caller's encrypted cursor, and then perhaps in a newer version of the bundle. So the format
 * number says how the token is to be read. Immutable.
 *
 * <p>The whole cursor has at most 2,048 characters; tokens of up to 1,000 bytes always fit. A
 * longer place in the list fails as an unusable answer.
 *
 * @since 1.0.0
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

    /**
     * The very beginning: phase 0 and no token, whatever formats the bundle has.
     *
     * @return the position at which every list begins
     */
    public static Position start() {
        return START;
    }

    /**
     * A place in the only list of a query.
     *
     * @param format how the token is to be read, from 1; raise it when tokens change their meaning
     * @param token the place, such as the vendor's cursor
     * @return a position in phase 0
     */
    public static Position at(int format, String token) {
        return of(format, 0, token);
    }

    /**
     * A place in one of several lists that follow each other.
     *
     * @param format how the token is to be read, from 1
     * @param phase which of the lists, from 0
     * @param token the place in that list; empty for its beginning
     * @return the position
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

    /**
     * Refuses a position that this bundle did not make. The classes of {@code
     * io.convene.core.paging} call it; a bundle with tokens of its own calls it itself.
     *
     * @param phases how many lists the query has, from 1
     * @param formats the formats that the bundle makes
     * @return this position
     * @throws VendorException of kind {@link VendorException.Kind#BAD_CURSOR} unless this is the
     *     very beginning, or has one of the formats and one of the phases
     */
    public Position require(int phases, int... formats) {
        boolean known = equals(START) || Arrays.stream(formats).anyMatch(one -> one == format);
        if (!known || phase < 0 || phase >= phases) {
            throw VendorException.badCursor();
        }
        return this;
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
        return "Position[format=%d, phase=%d, token=%s]".formatted(format, phase, token);
    }
}
