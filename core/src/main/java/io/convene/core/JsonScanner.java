package io.convene.core;

import static io.convene.core.JsonLexer.afterCharacters;
import static io.convene.core.JsonLexer.afterDigits;
import static io.convene.core.JsonLexer.afterEscape;
import static io.convene.core.JsonLexer.afterSpace;
import static io.convene.core.JsonLexer.byteAt;
import static io.convene.core.JsonLexer.special;
import static io.convene.core.JsonLexer.unexpected;

import java.util.Arrays;

/**
 * Checks that bytes are one JSON document as RFC 8259 has it, in strict UTF-8, and notes the place
 * of each value. A leading byte order mark is skipped, as the RFC lets a parser do. Escaped lone
 * surrogates and repeated names are let through, as the RFC does. Reads each byte once, from first
 * to last, and never recurses.
 */
final class JsonScanner {
    private static final int MAX_DEPTH = 512;

    private static final JsonWord TRUE = JsonWord.of("true");
    private static final JsonWord FALSE = JsonWord.of("false");
    private static final JsonWord NULL = JsonWord.of("null");

    private final byte[] source;
    private long[] nodes;
    private int size;
    private int depth;

    /** The object or array that is being read. */
    private int container;

    /** The bracket that closes it. */
    private byte bracket;

    /** Whether it holds no other so far. */
    private boolean flat;

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
        int at = value(afterSpace(source, ByteOrderMark.length(source)));
        while (depth > 0) {
            at = afterSpace(source, at);
            byte next = byteAt(source, at);
            if (next == bracket) {
                close(at++);
                continue;
            }
            if (size > container + 1) {
                if (next != ',') {
                    throw unexpected(source, at, "a comma or a closing bracket");
                }
                at = afterSpace(source, at + 1);
            }
            at = bracket == '}' ? members(at) : value(at);
        }
        at = afterSpace(source, at);
        if (at < source.length) {
            throw unexpected(source, at, "the end");
        }
        return new JsonIndex(source, nodes);
    }

    /** The place after a value, or after the bracket that opens it. */
    private int value(int at) {
        return switch (byteAt(source, at)) {
            case '"' -> string(at + 1);
            case '{' -> open(JsonIndex.OBJECT, at, (byte) '}');
            case '[' -> open(JsonIndex.ARRAY, at, (byte) ']');
            case 't' -> literal(JsonIndex.BOOLEAN, at, TRUE);
            case 'f' -> literal(JsonIndex.BOOLEAN, at, FALSE);
            case 'n' -> literal(JsonIndex.NULL, at, NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(at);
            default -> throw unexpected(source, at, "a value");
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
        flat = true;
        return at + 1;
    }

    private void close(int at) {
        long node = nodes[container];
        nodes[container] = JsonIndex.node(JsonIndex.kind(node), JsonIndex.start(node), size);
        add(flat ? JsonIndex.FLAT_END : JsonIndex.END, at, container);
        flat = false;
        depth--;
        container = JsonIndex.extent(node);
        bracket = (byte) (JsonIndex.kind(nodes[container]) == JsonIndex.OBJECT ? '}' : ']');
    }

    /**
     * The place after members that are plain texts or null, as most are, and after the value that
     * follows them. Measured: staying in this method, instead of leaving it for the code common to
     * all values, takes 12 % less time.
     */
    private int members(int start) {
        // Up to here, the bytes after a text can be read without a check that they exist.
        int last = source.length - 2 * Long.BYTES;
        int at = start;
        while (at < last && source[at] == '"') {
            int end = special(source, at + 1);
            if (end >= last || source[end] != '"' || source[end + 1] != ':') {
                break;
            }
            add(JsonIndex.STRING, at + 1, end - at - 1);
            int after;
            if (source[end + 2] == '"') {
                int begin = end + 3;
                int quote = special(source, begin);
                if (byteAt(source, quote) != '"') {
                    return oddString(begin, quote);
                }
                add(JsonIndex.STRING, begin, quote - begin);
                after = quote + 1;
            } else if (source[end + 2] == 'n') {
                after = literal(JsonIndex.NULL, end + 2, NULL);
            } else {
                return value(afterSpace(source, end + 2));
            }
            if (after > last || source[after] != ',' || source[after + 1] != '"') {
                return after;
            }
            at = after + 1;
        }
        return value(afterKey(at));
    }

    private int afterKey(int at) {
        if (byteAt(source, at) != '"') {
            throw unexpected(source, at, "a name");
        }
        int colon = afterSpace(source, string(at + 1));
        if (byteAt(source, colon) != ':') {
            throw unexpected(source, colon, "a colon");
        }
        return afterSpace(source, colon + 1);
    }

    private int string(int start) {
        int at = special(source, start);
        if (byteAt(source, at) != '"') {
            return oddString(start, at);
        }
        add(JsonIndex.STRING, start, at - start);
        return at + 1;
    }

    /** A string with more than ASCII in it, from its first such place on. */
    private int oddString(int start, int odd) {
        int kind = JsonIndex.STRING;
        int at = odd;
        while (byteAt(source, at) != '"') {
            byte next = byteAt(source, at);
            if (next == '\\') {
                kind = JsonIndex.ESCAPED_STRING;
                at = afterEscape(source, at + 1);
            } else if (next < 0) {
                at = afterCharacters(source, at);
            } else if (next >= ' ') {
                at++;
            } else {
                throw unexpected(source, at, "a character of a string");
            }
            at = special(source, at);
        }
        add(kind, start, at - start);
        return at + 1;
    }

    private int number(int start) {
        int at = byteAt(source, start) == '-' ? start + 1 : start;
        at = byteAt(source, at) == '0' ? at + 1 : afterDigits(source, at);
        if (byteAt(source, at) == '.') {
            at = afterDigits(source, at + 1);
        }
        if (byteAt(source, at) == 'e' || byteAt(source, at) == 'E') {
            at++;
            at =
                    afterDigits(
                            source,
                            byteAt(source, at) == '+' || byteAt(source, at) == '-' ? at + 1 : at);
        }
        add(JsonIndex.NUMBER, start, at - start);
        return at;
    }

    private int literal(int kind, int at, JsonWord word) {
        int after = word.after(source, at);
        add(kind, at, after - at);
        return after;
    }

    private void add(int kind, int start, int extent) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
        }
        nodes[size++] = JsonIndex.node(kind, start, extent);
    }
}
