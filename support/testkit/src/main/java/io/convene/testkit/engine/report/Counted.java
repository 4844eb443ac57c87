package io.convene.testkit.engine.report;

import java.util.Collection;
import java.util.stream.Collectors;

/** Numbers and lists as they are written in a sentence. */
public final class Counted {
    private static final int LISTED = 3;

    private Counted() {}

    /** Such as {@code 1 interview} or {@code 6 interviews}. */
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** The same with its verb, such as {@code 1 interview is} or {@code 6 interviews are}. */
    public static String are(int number, String noun) {
        return count(number, noun) + (number == 1 ? " is" : " are");
    }

    /** A list in brackets; of a long one the first few and how many there are. */
    public static String list(Collection<?> values) {
        String first =
                values.stream()
                        .limit(LISTED)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        return values.size() <= LISTED
                ? "(" + first + ")"
                : "(%s and %d more)".formatted(first, values.size() - LISTED);
    }
}
