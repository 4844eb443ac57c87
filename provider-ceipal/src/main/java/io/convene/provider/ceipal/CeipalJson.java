package io.convene.provider.ceipal;

import io.convene.core.Item;
import io.convene.core.JsonException;
import io.convene.core.Text;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Values whose JSON type matters, or that are JSON once more inside a text. */
final class CeipalJson {
    private CeipalJson() {}

    /** Whether the value is a text. */
    static boolean isText(Item value) {
        return value.source()[value.start()] == '"';
    }

    /** The text there, and nothing else. */
    static Text words(Item value) {
        return isText(value) ? value.text() : Text.absent();
    }

    /** The text or number there; true and false are neither. */
    static Text textOrNumber(Item value) {
        byte first = value.source()[value.start()];
        return first == 't' || first == 'f' ? Text.absent() : value.text();
    }

    /** The value itself, or what its text holds when that begins like a JSON array or object. */
    static Item unwrapped(Item value) {
        if (!isText(value) || !mayBeginLikeJson(value)) {
            return value;
        }
        String text = value.text().string().strip();
        if (!text.startsWith("[") && !text.startsWith("{")) {
            return value;
        }
        return parsed(text).or(() -> parsed(CeipalText.decode(text))).orElseGet(Item::absent);
    }

    /** Looks at one byte, as nearly all ids show by their first that they are no JSON. */
    private static boolean mayBeginLikeJson(Item text) {
        byte first = text.source()[text.start() + 1];
        return first == '[' || first == '{' || first == ' ' || first == '\\';
    }

    private static Optional<Item> parsed(String json) {
        try {
            return Optional.of(Item.parse(json.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
