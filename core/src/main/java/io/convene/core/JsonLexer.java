package io.convene.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * Finds where a piece of JSON in bytes ends. Anything else is a {@link JsonException} that names
 * the byte.
 */
final class JsonLexer {
    /** Eight bytes of an array as one number, the first the lowest. */
    static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private JsonLexer() {}

    /** The byte there; after the end 0, which is valid nowhere. */
    static byte byteAt(byte[] source, int at) {
        return at < source.length ? source[at] : 0;
    }

    static int afterSpace(byte[] source, int at) {
        return byteAt(source, at) > ' ' ? at : afterBlanks(source, at);
    }

    private static int afterBlanks(byte[] source, int start) {
        int at = start;
        byte next = byteAt(source, at);
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            next = byteAt(source, ++at);
        }
        return at;
    }

    /**
     * The next byte that is a quote, a backslash, a control or no ASCII, or any other with fewer
     * than eight bytes left.
     */
    static int special(byte[] source, int start) {
        int at = start;
        while (at <= source.length - Long.BYTES) {
            long eight = (long) LONG.get(source, at);
            // Subtracting sets the high bit of a byte that was too small, and no byte before the
            // first such one is borrowed from; a byte that is not ASCII keeps its high bit on one
            // side at
            // least. Flipping 0x02 puts the quote next to the controls.
            long special =
                    (((eight ^ 0x02 * EACH) - 0x21 * EACH) | ((eight ^ '\\' * EACH) - EACH))
                            & HIGH_BITS;
            if (special != 0) {
                return at + (Long.numberOfTrailingZeros(special) >>> 3);
            }
            at += Long.BYTES;
        }
        return at;
    }

    /** The place after an escape whose backslash comes before {@code at}. */
    static int afterEscape(byte[] source, int at) {
        return switch (byteAt(source, at)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
            case 'u' -> {
                for (int i = 1; i <= 4; i++) {
                    if (!HexFormat.isHexDigit(byteAt(source, at + i))) {
                        throw unexpected(source, at + i, "a hexadecimal digit");
                    }
                }
                yield at + 5;
            }
            default -> throw unexpected(source, at, "an escape");
        };
    }

    /** Checks characters of two to four bytes by the table of RFC 3629. */
    static int afterCharacters(byte[] source, int start) {
        int at = start;
        while (byteAt(source, at) < 0) {
            int lead = source[at] & 0xff;
            if (lead < 0xc2 || lead > 0xf4) {
                throw unexpected(source, at, "UTF-8");
            }
            int least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
            int most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
            int second = byteAt(source, at + 1) & 0xff;
            if (second < least || second > most) {
                throw unexpected(source, at + 1, "UTF-8");
            }
            int after = at + (lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
            for (at += 2; at < after; at++) {
                if ((byteAt(source, at) & 0xc0) != 0x80) {
                    throw unexpected(source, at, "UTF-8");
                }
            }
        }
        return at;
    }

    /** The place after one digit or more. */
    static int afterDigits(byte[] source, int start) {
        int at = start;
        long others = 0;
        while (others == 0 && at <= source.length - Long.BYTES) {
            others = others((long) LONG.get(source, at));
            at += others == 0 ? Long.BYTES : Long.numberOfTrailingZeros(others) >>> 3;
        }
        while (others == 0 && byteAt(source, at) >= '0' && byteAt(source, at) <= '9') {
            at++;
        }
        if (at == start) {
            throw unexpected(source, at, "a digit");
        }
        return at;
    }

    /** The high bit of each byte that is not a digit. */
    private static long others(long eight) {
        long values = eight ^ '0' * EACH;
        // Adding carries a value above nine into it, and nothing beyond.
        return (values | ((values & ~HIGH_BITS) + 0x76 * EACH)) & HIGH_BITS;
    }

    static JsonException unexpected(byte[] source, int at, String expected) {
        String found = at < source.length ? "0x%02x".formatted(source[at]) : "the end";
        return new JsonException(found + " instead of " + expected + " at byte " + at);
    }
}
