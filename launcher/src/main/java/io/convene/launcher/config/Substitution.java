package io.convene.launcher.config;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts variables into values: {@code ${NAME}} becomes the value of NAME, {@code \${NAME}} becomes
 * the text {@code ${NAME}}. The value is not searched again, and loses the line breaks at its end,
 * which come from files and from {@code echo} and are never part of a secret.
 */
final class Substitution {
    private static final Pattern REFERENCE =
            Pattern.compile("(?<escape>\\\\)?\\$\\{(?<name>[^}]*)}");

    private final Function<String, Optional<String>> variables;

    Substitution(Function<String, Optional<String>> variables) {
        this.variables = variables;
    }

    /** The text with every variable put in; nothing when one of them is not set. */
    Optional<String> apply(String text) {
        if (!text.contains("${")) {
            return Optional.of(text);
        }
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder result = new StringBuilder();
        int end = 0;
        while (reference.find()) {
            result.append(text, end, reference.start());
            if (reference.group("escape") == null) {
                Optional<String> value = variables.apply(reference.group("name"));
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                result.append(withoutLineBreaks(value.get()));
            } else {
                result.append(text, reference.start() + 1, reference.end());
            }
            end = reference.end();
        }
        return Optional.of(result.append(text, end, text.length()).toString());
    }

    /** The text without the line breaks at its end. */
    static String withoutLineBreaks(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
