package io.convene.launcher.http;

/**
 * A caller's own text inside one of our sentences: short, without control characters and line ends.
 */
public final class QuotedText {
    private static final int LONGEST = 80;

    private QuotedText() {}

    public static String cut(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
        if (clean.length() <= LONGEST) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return clean.substring(0, end) + "…";
    }
}
