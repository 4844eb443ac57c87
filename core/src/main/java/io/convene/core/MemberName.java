package io.convene.core;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A member's name as bytes, made once for all the objects in which it is looked for. */
final class MemberName {
    // Bundles ask for few names, each written once in their code; one that takes another's place
    // costs both a little time and nothing else.
    private static final @Nullable MemberName[] MADE = new MemberName[512];

    private final String text;
    private final byte[] utf8;

    /** The first eight bytes, and which of them there are. */
    private final long first;

    private final long mask;

    private MemberName(String text) {
        this.text = text;
        this.utf8 = text.getBytes(StandardCharsets.UTF_8);
        this.first = (long) JsonLexer.LONG.get(Arrays.copyOf(utf8, Long.BYTES), 0);
        this.mask = utf8.length < Long.BYTES ? (1L << (utf8.length * Byte.SIZE)) - 1 : -1;
    }

    /** The name with that text. */
    static MemberName of(String text) {
        int place = text.hashCode() & (MADE.length - 1);
        MemberName made = MADE[place];
        if (made == null || !made.text.equals(text)) {
            made = new MemberName(text);
            MADE[place] = made;
        }
        return made;
    }

    String text() {
        return text;
    }

    /** Length in bytes. */
    int length() {
        return utf8.length;
    }

    /**
     * Whether a key of this name's length that begins there is this name. Compares eight bytes at a
     * time: measured, the library's comparison of arrays costs more than all else of a look-up.
     */
    boolean standsAt(byte[] source, int start) {
        if (start + Long.BYTES > source.length) {
            return Arrays.equals(source, start, start + utf8.length, utf8, 0, utf8.length);
        }
        if ((((long) JsonLexer.LONG.get(source, start) ^ first) & mask) != 0) {
            return false;
        }
        for (int i = Long.BYTES; i < utf8.length; i += Long.BYTES) {
            // The last ones may overlap those before.
            int at = Math.min(i, utf8.length - Long.BYTES);
            if ((long) JsonLexer.LONG.get(source, start + at)
                    != (long) JsonLexer.LONG.get(utf8, at)) {
                return false;
            }
        }
        return true;
    }
}
