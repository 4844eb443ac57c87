package io.convene.testkit.engine;

import java.util.Collection;

/** Ids that nobody has. */
final class Ids {
    private Ids() {}

    /** An id of the same form that is none of those known. */
    static String unlike(String id, Collection<String> known) {
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
