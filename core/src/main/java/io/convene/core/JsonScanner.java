package io.convene.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Checks that bytes are one JSON document as RFC 8259 has it, in strict UTF-8 and without a byte
 * order mark, and notes where each value stands. Escaped lone surrogates and names that stand twice
 * are let through, as the RFC does. Reads each byte once, from first to last, and never recurses.
 */
final class JsonScanner {
    private static final int MAX_DEPTH = 512;

    /** Eight bytes of an array as one number, the first the lowest. */
    static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final byte[] source;
    private long[] nodes;
    private int size;
    private int depth;

    /** The object or array that is being read. */
    private int container;

    /** What closes it. */
    private byte bracket;

    private JsonScanner(byte[] source) {
        this.source = source;
        // Vendors' compact records have a node about every 16 bytes.
        this.nodes = new long[source.length / 12 + 16];
    }

    /** Indexes the document, or throws {@link JsonException} with the byte where it goes wrong. */
    static JsonIndex scan(byte[] source) {
        if (source.length > JsonIndex.MAX_LENGTH) {
            throw new JsonException("longer than " + JsonIndex.MAX_LENGTH + " bytes");
        }
        return new JsonScanner(source).document();
    }

    private JsonIndex document() {
        int at = value(behindSpace(0));
        while (depth > 0) {
            at = behindSpace(at);
            byte next = byteAt(at);
            if (next == bracket) {
                close(at++);
                continue;
            }
            if (size > container + 1) {
                if (next != ',') {
                    throw unexpected(at, "a comma or a closing bracket");
                }
                at = behindSpace(at + 1);
            }
            at = value(bracket == '}' ? behindKey(at) : at);
        }
        at = behindSpace(at);
        if (at < source.length) {
            throw unexpected(at, "the end");
        }
        return new JsonIndex(source, nodes);
    }

    /** The place behind a value, or behind the bracket that opens it. */
    private int value(int at) {
        return switch (byteAt(at)) {
            case '"' -> string(at + 1);
            case '{' -> open(JsonIndex.OBJECT, at, (byte) '}');
            case '[' -> open(JsonIndex.ARRAY, at, (byte) ']');
            case 't' -> literal(JsonIndex.BOOLEAN, at, TRUE);
            case 'f' -> literal(JsonIndex.BOOLEAN, at, FALSE);
            case 'n' -> literal(JsonIndex.NULL, at, NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(at);
            default -> throw unexpected(at, "a value");
        };
    }

    private int open(int kind, int at, byte closing) {
        if (++depth > MAX_DEPTH) {
            throw new JsonException("nested deeper than " + MAX_DEPTH + " at byte " + at);
        }
        int node = size;
        // Until it is closed, its extent is the container around it.
        add(kind, at, container);
        container = node;
        bracket = closing;
        return at + 1;
    }

    private void close(int at) {
        long node = nodes[container];
        nodes[container] = JsonIndex.node(JsonIndex.kind(node), JsonIndex.start(node), size);
        add(JsonIndex.END, at, container);
        depth--;
        container = JsonIndex.extent(node);
        bracket = (byte) (JsonIndex.kind(nodes[container]) == JsonIndex.OBJECT ? '}' : ']');
    }

    private int behindKey(int at) {
        if (byteAt(at) != '"') {
            throw unexpected(at, "a name");
        }
        int colon = behindSpace(string(at + 1));
        if (byteAt(colon) != ':') {
            throw unexpected(colon, "a colon");
        }
        return behindSpace(colon + 1);
    }

    private int string(int start) {
        int at = special(start);
        if (byteAt(at) != '"') {
            return oddString(start, at);
        }
        add(JsonIndex.STRING, start, at - start);
        return at + 1;
    }

    /** A string with more than ASCII in it, from its first such place on. */
    private int oddString(int start, int odd) {
        int kind = JsonIndex.STRING;
        int at = odd;
        while (byteAt(at) != '"') {
            byte next = byteAt(at);
            if (next == '\\') {
                kind = JsonIndex.ESCAPED_STRING;
                at = behindEscape(at + 1);
            } else if (next < 0) {
                at = behindCharacters(at);
            } else if (next >= ' ') {
                at++;
            } else {
                throw unexpected(at, "a character of a string");
            }
            at = special(at);
        }
        add(kind, start, at - start);
        return at + 1;
    }

    /**
     * The next byte that is a quote, a backslash, a control or no ASCII, or any other with fewer
     * than eight bytes left.
     */
    private int special(int start) {
        int at = start;
        while (at <= source.length - Long.BYTES) {
            long eight = (long) LONG.get(source, at);
            // Subtracting sets the high bit of a byte that was too small, and no byte before the
            // first such one is borrowed from; what is no ASCII keeps its high bit on one side at
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

    private int behindEscape(int at) {
        return switch (byteAt(at)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
            case 'u' -> {
                for (int i = 1; i <= 4; i++) {
                    if (!HexFormat.isHexDigit(byteAt(at + i))) {
                        throw unexpected(at + i, "a hexadecimal digit");
                    }
                }
                yield at + 5;
            }
            default -> throw unexpected(at, "an escape");
        };
    }

    /** Checks characters of two to four bytes by the table of RFC 3629. */
    private int behindCharacters(int start) {
        int at = start;
        while (byteAt(at) < 0) {
            int lead = source[at] & 0xff;
            if (lead < 0xc2 || lead > 0xf4) {
                throw unexpected(at, "UTF-8");
            }
            int least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
            int most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
            int second = byteAt(at + 1) & 0xff;
            if (second < least || second > most) {
                throw unexpected(at + 1, "UTF-8");
            }
            int behind = at + (lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
            for (at += 2; at < behind; at++) {
                if ((byteAt(at) & 0xc0) != 0x80) {
                    throw unexpected(at, "UTF-8");
                }
            }
        }
        return at;
    }

    private int number(int start) {
        int at = byteAt(start) == '-' ? start + 1 : start;
        at = byteAt(at) == '0' ? at + 1 : behindDigits(at);
        if (byteAt(at) == '.') {
            at = behindDigits(at + 1);
        }
        if (byteAt(at) == 'e' || byteAt(at) == 'E') {
            at++;
            at = behindDigits(byteAt(at) == '+' || byteAt(at) == '-' ? at + 1 : at);
        }
        add(JsonIndex.NUMBER, start, at - start);
        return at;
    }

    private int behindDigits(int start) {
        int at = start;
        while (byteAt(at) >= '0' && byteAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw unexpected(at, "a digit");
        }
        return at;
    }

    private int literal(int kind, int at, byte[] word) {
        for (int i = 1; i < word.length; i++) {
            if (byteAt(at + i) != word[i]) {
                throw unexpected(at + i, "a value");
            }
        }
        add(kind, at, word.length);
        return at + word.length;
    }

    private int behindSpace(int at) {
        return byteAt(at) > ' ' ? at : behindBlanks(at);
    }

    private int behindBlanks(int start) {
        int at = start;
        byte next = byteAt(at);
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            next = byteAt(++at);
        }
        return at;
    }

    /** The byte there, or 0, which belongs nowhere, behind the end. */
    private byte byteAt(int at) {
        return at < source.length ? source[at] : 0;
    }

    private void add(int kind, int start, int extent) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
        }
        nodes[size++] = JsonIndex.node(kind, start, extent);
    }

    private JsonException unexpected(int at, String expected) {
        String found = at < source.length ? "0x%02x".formatted(source[at]) : "the end";
        return new JsonException(found + " instead of " + expected + " at byte " + at);
    }
}
