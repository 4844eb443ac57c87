package io.convene.launcher.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The members of a header that states preferences, such as {@code Accept} (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-12.4.2">RFC 9110, section 12.4.2</a>).
 */
public final class HeaderPreferences {
    private static final Pattern WEIGHT = Pattern.compile("0(\\.\\d*)?|\\.\\d+|1(\\.0*)?");

    /**
     * One member.
     *
     * @param value the value in lower case, without parameters
     * @param weight from 0, which excludes the value, to 1
     */
    public record Preference(String value, double weight) {}

    private HeaderPreferences() {}

    /**
     * The members in their order. One whose weight cannot be read is left out, because nobody can
     * tell whether it was meant to be accepted.
     *
     * @param lines the header's values, one for each line of the request's head
     */
    public static List<Preference> parse(List<String> lines) {
        List<Preference> preferences = new ArrayList<>();
        for (String member : split(String.join(",", lines), ',')) {
            List<String> parts = split(member, ';');
            String value = parts.getFirst().strip().toLowerCase(Locale.ROOT);
            if (!value.isEmpty()) {
                weight(parts.subList(1, parts.size()))
                        .ifPresent(weight -> preferences.add(new Preference(value, weight)));
            }
        }
        return preferences;
    }

    private static Optional<Double> weight(List<String> parameters) {
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            if (equals >= 0 && parameter.substring(0, equals).strip().equalsIgnoreCase("q")) {
                String text = parameter.substring(equals + 1).strip();
                return WEIGHT.matcher(text).matches()
                        ? Optional.of(Double.parseDouble(text))
                        : Optional.empty();
            }
        }
        return Optional.of(1.0);
    }

    /** The parts between separators, of which those inside a quoted string do not count. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
