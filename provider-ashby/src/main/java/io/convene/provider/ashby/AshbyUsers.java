package io.convene.provider.ashby;

import io.convene.core.Item;
import io.convene.core.JsonException;
import io.convene.core.Text;

import java.nio.charset.StandardCharsets;

/** Users in Ashby's answers. */
final class AshbyUsers {
    private AshbyUsers() {}

    /** The id of a user, who comes as an object, perhaps as JSON in a text, or as the plain id. */
    static Text user(Item value) {
        if (value.isObject()) {
            return value.id("id");
        }
        Text text = value.id();
        return text.isPresent() && beginsLikeJson(value) ? wrapped(text) : text;
    }

    private static boolean beginsLikeJson(Item value) {
        byte second = value.source()[Math.min(value.start() + 1, value.end() - 1)];
        return value.isString() && (second == '{' || second == '[');
    }

    private static Text wrapped(Text text) {
        try {
            Item user = Item.parse(text.string().getBytes(StandardCharsets.UTF_8));
            return user.id("id");
        } catch (JsonException e) {
            return Text.absent();
        }
    }
}
