package io.convene.sandbox.wire;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A JSON value with its exact spelling under control: nothing is normalised between here and the
 * socket.
 */
public sealed interface Json permits Json.StringValue, Json.Verbatim, JsonArray, JsonObject {

    /** How one record spells itself: white space and string escapes. */
    enum Style {
        COMPACT,
        PRETTY,
        /** Uneven white space around every token. */
        RAGGED,
        /** Compact, with everything beyond ASCII as an escape and escaped slashes. */
        ESCAPED
    }

    /** A string value. */
    record StringValue(String value) implements Json {}

    /** Text that is written unchanged: numbers, literals, and values with an unusual spelling. */
    record Verbatim(String text) implements Json {}

    static JsonObject object() {
        return new JsonObject();
    }

    static JsonArray array(Iterable<?> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    static Json verbatim(String text) {
        return new Verbatim(text);
    }

    /**
     * The JSON of a plain value: null, text, number, boolean, list, or anything else by its {@code
     * toString}.
     */
    static Json of(@Nullable Object value) {
        return switch (value) {
            case null -> new Verbatim("null");
            case Json json -> json;
            case Number number -> new Verbatim(number.toString());
            case Boolean flag -> new Verbatim(flag.toString());
            case List<?> list -> array(list);
            default -> new StringValue(value.toString());
        };
    }

    default byte[] bytes(Style style) {
        return new StyledJson(style).append(this).toString().getBytes(StandardCharsets.UTF_8);
    }

    default byte[] bytes() {
        return bytes(Style.COMPACT);
    }
}
