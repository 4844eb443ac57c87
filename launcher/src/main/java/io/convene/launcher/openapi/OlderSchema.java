package io.convene.launcher.openapi;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** The schemas of OpenAPI 3.1 as 3.0 writes them: a type that may be null is {@code nullable}. */
final class OlderSchema {
    private static final String TYPE = "type";

    private OlderSchema() {}

    static JsonValue of(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> object(value.asJsonObject());
            case ARRAY -> array(value.asJsonArray());
            default -> value;
        };
    }

    private static JsonObject object(JsonObject value) {
        JsonObjectBuilder out = Json.createObjectBuilder();
        value.forEach((name, member) -> {
            if (name.equals(TYPE) && member instanceof JsonArray types) {
                out.add(TYPE, types.getString(0));
                out.add("nullable", types.getValuesAs(JsonString::getString).contains("null"));
            } else {
                out.add(name, of(member));
            }
        });
        return out.build();
    }

    private static JsonArray array(JsonArray value) {
        JsonArrayBuilder out = Json.createArrayBuilder();
        value.forEach(item -> out.add(of(item)));
        return out.build();
    }
}
