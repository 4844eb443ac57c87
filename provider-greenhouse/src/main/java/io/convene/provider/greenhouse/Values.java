package io.convene.provider.greenhouse;

import io.convene.core.Item;
import io.convene.core.Text;

/** Values of Greenhouse's rows by what they are. */
final class Values {
    private Values() {}

    /** The place in that member: a text and nothing else. */
    static Text words(Item object, String name) {
        Text text = object.text(name);
        return text.isPresent() ? words(object.at(name)) : text;
    }

    /** The id in that member: a text or a number. */
    static Text id(Item object, String name) {
        Text id = object.text(name);
        // Only what looks like a literal is worth a second look.
        return id.is("true") || id.is("false") ? id(object.at(name)) : id;
    }

    /** The words there: a text and nothing else. */
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

    private static byte first(Item value) {
        return value.source()[value.start()];
    }
}
