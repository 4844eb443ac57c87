package io.convene.launcher.api;

/**
 * A caller's own text inside one of our sentences: short, without control characters and line ends.
 */
final class QuotedText {
    private static final int LONGEST = 80;

    private QuotedText() {}

    static String cut(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
        if (clean.length() <= LONGEST) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return clean.substring(0, end) + "…";
    }
}
