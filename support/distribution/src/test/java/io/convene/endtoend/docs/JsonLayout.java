package io.convene.endtoend.docs;

import java.util.ArrayList;
import java.util.List;

/** Formats compact JSON for people: a value that fits stays on one line, others are broken. */
final class JsonLayout {
    private static final int WIDTH = 100;

    private JsonLayout() {}

    static String of(String compact) {
        return compact.lines().count() > 1 || compact.isEmpty() ? compact : of(compact, 0);
    }

    private static String of(String value, int indent) {
        String line = onOneLine(value);
        boolean nested = value.startsWith("{") || value.startsWith("[");
        if (!nested || line.length() + indent <= WIDTH) {
            return line;
        }
        List<String> lines = new ArrayList<>();
        for (String part : parts(value.substring(1, value.length() - 1))) {
            int colon = value.startsWith("{") ? endOfString(part) : 0;
            String name = colon == 0 ? "" : part.substring(0, colon) + ": ";
            String member = colon == 0 ? part : part.substring(colon + 1);
            lines.add(" ".repeat(indent + 2) + name + of(member, indent + 2));
        }
        return value.charAt(0)
                + "\n"
                + String.join(",\n", lines)
                + "\n"
                + " ".repeat(indent)
                + value.charAt(value.length() - 1);
    }

    private static String onOneLine(String compact) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < compact.length(); i++) {
            char c = compact.charAt(i);
            if (c == '"') {
                int end = i + endOfString(compact.substring(i));
                out.append(compact, i, end);
                i = end - 1;
            } else {
                out.append(c).append(c == ':' || c == ',' ? " " : "");
            }
        }
        return out.toString();
    }

    /** The parts between the commas of this level. */
    private static List<String> parts(String inside) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c == '"') {
                i += endOfString(inside.substring(i)) - 1;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(inside.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(inside.substring(begin));
        return parts;
    }

    /** Where the string ends that the text begins with. */
    private static int endOfString(String text) {
        int i = 1;
        while (text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }
}
