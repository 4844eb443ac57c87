package io.convene.provider.fountain;

import io.convene.core.Item;
import io.convene.core.Text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Values of Fountain's answers by what they are, and texts in the form in which they compare. */
final class Values {
    private static final Pattern WHITE =
            Pattern.compile("[\\s\\p{Z}\\x{85}\\x{180e}\\x{200b}\\x{2060}\\x{feff}]+");

    private Values() {}

    /** The name, title or place there: a text and nothing else. */
    static Text words(Item value) {
        return first(value) == '"' ? value.text() : Text.absent();
    }

    /** The id there: a text or a number. */
    static Text id(Item value) {
        byte first = first(value);
        return first == 't' || first == 'f' ? Text.absent() : value.text();
    }

    /** Whether nothing is there: null, or blank text. */
    static boolean isMissing(Item value) {
        return !value.isPresent() || (first(value) == '"' && !value.text().isPresent());
    }

    /** The text with one plain space for each run of white space, and none at its ends. */
    static String plain(String text) {
        return isPlain(text) ? text : WHITE.matcher(text).replaceAll(" ").strip();
    }

    /** What a name compares by: composed characters, plain white space. */
    static String comparable(String name) {
        return isPlain(name) ? name : plain(Normalizer.normalize(name, Normalizer.Form.NFC));
    }

    /** Whether it is ASCII with no white space but single spaces inside, as most texts. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    private static byte first(Item value) {
        return value.source()[value.start()];
    }
}
