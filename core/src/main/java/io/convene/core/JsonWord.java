package io.convene.core;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A word that is a JSON value, compared in one piece.
 *
 * @param eight its bytes as {@link JsonLexer#LONG} reads them
 * @param mask all bits of each of these
 */
record JsonWord(String word, long eight, long mask) {
    static JsonWord of(String word) {
        byte[] bytes = Arrays.copyOf(word.getBytes(StandardCharsets.US_ASCII), Long.BYTES);
        long eight = (long) JsonLexer.LONG.get(bytes, 0);
        return new JsonWord(word, eight, (1L << (word.length() * Byte.SIZE)) - 1);
    }

    /** The place after it; throws {@link JsonException} when it is not there. */
    int after(byte[] source, int at) {
        if (at > source.length - Long.BYTES
                || (((long) JsonLexer.LONG.get(source, at) ^ eight) & mask) != 0) {
            compare(source, at);
        }
        return at + word.length();
    }

    private void compare(byte[] source, int at) {
        for (int i = 0; i < word.length(); i++) {
            if (JsonLexer.byteAt(source, at + i) != word.charAt(i)) {
                throw JsonLexer.unexpected(source, at + i, "a value");
            }
        }
    }
}
