package io.convene.launcher.cli;

/** A number of things in a sentence. */
public final class Count {
    private Count() {}

    /** The number and the noun, such as "1 bundle" or "2 bundles". */
    public static String of(int number, String noun) {
        return number == 1 ? "1 " + noun : "%d %ss".formatted(number, noun);
    }
}
