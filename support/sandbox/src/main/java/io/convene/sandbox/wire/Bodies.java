package io.convene.sandbox.wire;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import java.io.StringReader;
import java.util.Optional;

/** Reads the bodies of requests. */
public final class Bodies {

    private Bodies() {}

    /** The object in a request's body, or nothing when it holds anything else. */
    public static Optional<JsonObject> object(IncomingCall call) {
        try (JsonReader reader = Json.createReader(new StringReader(call.body()))) {
            JsonValue value = reader.readValue();
            return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
