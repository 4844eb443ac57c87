package io.convene.endtoend.docs;

import io.convene.endtoend.Expected;

import java.util.ArrayList;
import java.util.List;

/** Keeps the ellipses of an answer on a page when the rest of it is written again. */
final class Ellipses {
    private Ellipses() {}

    /**
     * The new text, with each line of the old that has an ellipsis and a name before it in place of
     * the next line, or the next member over several lines, that it matches. Commas at the ends
     * stay as they are in the new.
     */
    static String kept(String old, String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int from = 0;
        for (String line : old.lines().filter(Ellipses::isNamed).toList()) {
            for (int i = from; i < lines.size(); i++) {
                List<String> member = lines.subList(i, end(lines, i));
                if (Expected.matches(plain(line), plain(String.join("", member)))) {
                    String comma = member.getLast().endsWith(",") ? "," : "";
                    member.clear();
                    lines.add(i, withoutComma(line) + comma);
                    from = i + 1;
                    break;
                }
            }
        }
        return String.join("\n", lines);
    }

    /** The line after the value that begins at a line; a value with a bracket has several lines. */
    private static int end(List<String> lines, int begin) {
        String first = lines.get(begin);
        if (!first.endsWith("{") && !first.endsWith("[")) {
            return begin + 1;
        }
        String close = " ".repeat(indent(first)) + (first.endsWith("{") ? "}" : "]");
        int last = begin + 1;
        while (last < lines.size() && !withoutComma(lines.get(last)).equals(close)) {
            last++;
        }
        return Math.min(last + 1, lines.size());
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** A line that begins with an ellipsis would match too much. */
    private static boolean isNamed(String line) {
        int colon = line.indexOf(':');
        return colon >= 0 && line.indexOf(Expected.ELLIPSIS) > colon;
    }

    private static String plain(String line) {
        return Expected.compact(withoutComma(line));
    }

    private static String withoutComma(String line) {
        return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
    }
}
