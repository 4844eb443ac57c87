package io.convene.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps the ellipses of what is written down when the rest of it is written anew. */
final class Ellipses {
    private Ellipses() {}

    /**
     * The new text, with each line of the old that has an ellipsis and a name before it in place of
     * the next line that it matches. Commas at the ends stay as they are in the new.
     */
    static String kept(String old, String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int from = 0;
        for (String line : old.lines().filter(Ellipses::isNamed).toList()) {
            String kept = withoutComma(line);
            int at =
                    IntStream.range(from, lines.size())
                            .filter(i -> Expected.matches(kept, withoutComma(lines.get(i))))
                            .findFirst()
                            .orElse(-1);
            if (at >= 0) {
                lines.set(at, kept + (lines.get(at).endsWith(",") ? "," : ""));
                from = at + 1;
            }
        }
        return String.join("\n", lines);
    }

    /** A line that begins with an ellipsis would match what it was not written for. */
    private static boolean isNamed(String line) {
        int colon = line.indexOf(':');
        return colon >= 0 && line.indexOf(Expected.ELLIPSIS) > colon;
    }

    private static String withoutComma(String line) {
        return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
    }
}
