package io.convene.launcher.api;

/** A caller's own text inside one of our sentences: short, and without control characters. */
final class Quoted {
    private static final int LONGEST = 80;

    private Quoted() {}

    static String cut(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }
}
