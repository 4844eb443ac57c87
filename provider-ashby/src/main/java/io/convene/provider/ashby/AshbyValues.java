package io.convene.provider.ashby;

import io.convene.core.Item;
import io.convene.core.JsonException;
import io.convene.core.Text;

import java.nio.charset.StandardCharsets;

/** Values of Ashby's answers by what they are. */
final class AshbyValues {
    private AshbyValues() {}

    /** The place, link or word there: a text and nothing else. */
    static Text words(Item value) {
        return first(value) == '"' ? value.text() : Text.absent();
    }

    /** The id in that member: a text or a number. */
    static Text id(Item object, String name) {
        Text id = object.text(name);
        // Only what looks like a literal is worth a second look.
        return id.is("true") || id.is("false") ? id(object.at(name)) : id;
    }

    /** The id there: a text or a number. */
    static Text id(Item value) {
        byte first = first(value);
        return first == 't' || first == 'f' ? Text.absent() : value.text();
    }

    /** The id of a user, who comes as an object, perhaps as JSON in a text, or as the plain id. */
    static Text user(Item value) {
        if (value.isObject()) {
            return id(value, "id");
        }
        Text text = id(value);
        return text.isPresent() && beginsLikeJson(value) ? wrapped(text) : text;
    }

    /** Whether nothing is there: null, or blank text. */
    static boolean isMissing(Item value) {
        return !value.isPresent() || (first(value) == '"' && !value.text().isPresent());
    }

    private static boolean beginsLikeJson(Item value) {
        byte second = value.source()[Math.min(value.start() + 1, value.end() - 1)];
        return first(value) == '"' && (second == '{' || second == '[');
    }

    private static Text wrapped(Text text) {
        try {
            Item user = Item.parse(text.string().getBytes(StandardCharsets.UTF_8));
            return id(user, "id");
        } catch (JsonException e) {
            return Text.absent();
        }
    }

    private static byte first(Item value) {
        return value.source()[value.start()];
    }
}
