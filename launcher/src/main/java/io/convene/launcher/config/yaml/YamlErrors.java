package io.convene.launcher.config.yaml;

import java.util.Map;

/** Describes a mistake in a YAML file without quoting the file, which may hold secrets. */
final class YamlErrors {
    /** By the beginning or a part of the parser's message. */
    private static final Map<String, String> PLAIN =
            Map.of(
                    "mapping values are not allowed",
                    "a colon followed by a blank is not allowed here; quote the text, or correct"
                            + " the indentation",
                    "that cannot start any token",
                    "a text cannot begin with this character; quote the text, and indent with"
                            + " blanks instead of tabs",
                    "could not find expected ':'",
                    "a key without a colon, or a colon without a blank after it",
                    "found unexpected end of stream",
                    "the file ends before a quote or bracket is closed",
                    "expected <block end>",
                    "the indentation does not fit the lines above, or a quote ends too early",
                    "found unknown escape character",
                    "there is no such escape in double quotes; use single quotes, or write \\\\ for"
                            + " a backslash",
                    "expected ',' or",
                    "a comma or the closing bracket is missing");

    private YamlErrors() {}

    /** The parser's words in plain ones. */
    static String describe(String problem) {
        return PLAIN.entrySet().stream()
                .filter(entry -> problem.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("this does not follow YAML's rules");
    }

    /**
     * The error for a character that YAML does not allow.
     *
     * @param position how many code points are in front of it
     */
    static SyntaxException unprintable(String text, int position) {
        int line = 1;
        int column = 1;
        int[] before = text.codePoints().limit(position).toArray();
        for (int codePoint : before) {
            line += codePoint == '\n' ? 1 : 0;
            column = codePoint == '\n' ? 1 : column + 1;
        }
        return new SyntaxException(
                line,
                column,
                "YAML does not allow this control character; write it as an escape in double quotes");
    }
}
