package io.convene.launcher.egress.auth;

import java.util.Map;
import java.util.Optional;

/**
 * Writes the bodies that most requests have, objects of ASCII texts, whole numbers and truth
 * values. Measured: with the general library they take 2 % of a page's CPU.
 */
final class SimpleJson {
    private SimpleJson() {}

    /** The object as JSON; nothing when it has any other value. */
    static Optional<String> of(Map<?, ?> members) {
        StringBuilder json = new StringBuilder(128).append('{');
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (json.length() > 1) {
                json.append(',');
            }
            if (!isPlain(member.getKey())) {
                return Optional.empty();
            }
            json.append('"').append(member.getKey()).append("\":");
            Object value = member.getValue();
            if (isPlain(value)) {
                json.append('"').append(value).append('"');
            } else if (value instanceof Integer
                    || value instanceof Long
                    || value instanceof Boolean) {
                json.append(value);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(json.append('}').toString());
    }

    /** Whether it is a text in which no character has an escape. */
    private static boolean isPlain(Object value) {
        if (!(value instanceof String text)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
