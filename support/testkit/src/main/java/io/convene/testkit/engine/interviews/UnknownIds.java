package io.convene.testkit.engine.interviews;

import java.util.Collection;

/** UnknownIds that nobody has. */
public final class UnknownIds {
    private UnknownIds() {}

    /** An id of the same form that is none of those known. */
    public static String unlike(String id, Collection<String> known) {
        StringBuilder other = new StringBuilder(id);
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (Character.isDigit(c)) {
                other.setCharAt(i, c == '9' ? '1' : (char) (c + 1));
            }
        }
        String text = other.toString();
        return text.equals(id) || known.contains(text) ? id + "0" : text;
    }
}
