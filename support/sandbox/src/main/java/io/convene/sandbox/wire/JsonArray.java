package io.convene.sandbox.wire;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Values in order. */
public final class JsonArray implements Json {

    private final List<Json> values = new ArrayList<>();

    JsonArray() {}

    public JsonArray add(@Nullable Object value) {
        values.add(Json.of(value));
        return this;
    }

    public List<Json> values() {
        return List.copyOf(values);
    }
}
