package io.convene.launcher.mcp;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.util.Optional;

/**
 * One message of a client.
 *
 * @param id empty for a notification, which is not answered
 * @param params empty when there are none
 */
record Message(Optional<JsonValue> id, String method, JsonObject params) {
    /** Its keys are those of the protocol ({@code basic/index}, "_meta"). */
    private static final String META = "_meta";

    static Message parse(byte[] body) throws McpException {
        JsonValue value;
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            value = reader.readValue();
        } catch (JsonParsingException e) {
            throw new McpException(
                    McpException.PARSE_ERROR, "The body is not JSON; send one JSON-RPC message.");
        } catch (JsonException | IllegalStateException e) {
            throw new McpException(
                    McpException.PARSE_ERROR,
                    "The body cannot be read as JSON in UTF-8; send one JSON-RPC message.");
        }
        if (!(value instanceof JsonObject object)
                || !isText(object.get("jsonrpc"), "2.0")
                || !(object.get("method") instanceof JsonString method)) {
            throw new McpException(
                    McpException.INVALID_REQUEST,
                    "The body is no JSON-RPC 2.0 request; send one object with jsonrpc, id, method and params.");
        }
        return new Message(id(object), method.getString(), params(object));
    }

    private static Optional<JsonValue> id(JsonObject object) throws McpException {
        JsonValue id = object.get("id");
        if (id != null && !(id instanceof JsonString) && !(id instanceof JsonNumber)) {
            throw new McpException(
                    McpException.INVALID_REQUEST, "The id is neither a string nor a number.");
        }
        return Optional.ofNullable(id);
    }

    private static JsonObject params(JsonObject object) throws McpException {
        JsonValue params = object.getOrDefault("params", JsonValue.EMPTY_JSON_OBJECT);
        if (!(params instanceof JsonObject known)) {
            throw new McpException(
                    McpException.INVALID_REQUEST, "The params are not an object; send one.");
        }
        return known;
    }

    /** A member of the metadata, such as {@code protocolVersion}. */
    Optional<JsonValue> meta(String name) {
        return params.get(META) instanceof JsonObject meta
                ? Optional.ofNullable(meta.get("io.modelcontextprotocol/" + name))
                : Optional.empty();
    }

    /** A parameter that is text. */
    Optional<String> text(String name) {
        return params.get(name) instanceof JsonString text
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    private static boolean isText(@Nullable Object value, String expected) {
        return value instanceof JsonString text && text.getString().equals(expected);
    }
}
