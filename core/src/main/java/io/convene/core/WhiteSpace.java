package io.convene.core;

/**
 * White space as vendors' texts have it: all that Unicode calls a space, with the no-break spaces
 * that {@link String#strip()} keeps, and the characters that show nothing, such as U+FEFF.
 */
final class WhiteSpace {
    private static final char NEXT_LINE = '\u0085';
    private static final char MONGOLIAN_VOWEL_SEPARATOR = '\u180e';
    private static final char ZERO_WIDTH_SPACE = '\u200b';
    private static final char WORD_JOINER = '\u2060';
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private WhiteSpace() {}

    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!is(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is ASCII with no white space but single spaces inside, as most texts are. */
    static boolean isCollapsed(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    /** The text with one plain space for each run of white space, and none at either end. */
    static String collapsed(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (is(c)) {
                pending = !plain.isEmpty();
                continue;
            }
            if (pending) {
                plain.append(' ');
                pending = false;
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private static boolean is(char c) {
        if (c > ' ' && c < NEXT_LINE) {
            return false;
        }
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == NEXT_LINE
                || c == MONGOLIAN_VOWEL_SEPARATOR
                || c == ZERO_WIDTH_SPACE
                || c == WORD_JOINER
                || c == BYTE_ORDER_MARK;
    }
}
