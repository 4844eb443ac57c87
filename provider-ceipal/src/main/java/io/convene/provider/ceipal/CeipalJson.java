package io.convene.provider.ceipal;

import io.convene.core.Item;
import io.convene.core.JsonException;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Values that are JSON once more inside a text. */
final class CeipalJson {
    private CeipalJson() {}

    /**
     * The value itself, or the content of its text when that begins like a JSON array or object.
     */
    static Item unwrapped(Item value) {
        if (!value.isString() || !mayBeginLikeJson(value)) {
            return value;
        }
        String text = value.text().string().strip();
        if (!text.startsWith("[") && !text.startsWith("{")) {
            return value;
        }
        return parsed(text).or(() -> parsed(CeipalText.decode(text))).orElseGet(Item::absent);
    }

    /** Looks at one byte, as nearly all ids show by their first that they are not JSON. */
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
