package io.convene.sandbox.ashby;

import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.PageFault;
import io.convene.sandbox.wire.Reply;
import io.convene.sandbox.wire.VendorRefusal;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The arguments in a request's body, and Ashby's ways of refusing them: errors come with HTTP 200.
 */
record AshbyArguments(jakarta.json.JsonObject body, PageFault twist) {

    private static final Pattern UUID =
            Pattern.compile(
                    "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int MOST = 100;

    /** A text, or nothing when it is missing or null. */
    Optional<String> text(String name) {
        return value(name)
                .map(value -> {
                    if (value instanceof JsonString text) {
                        return text.getString();
                    }
                    throw invalid();
                });
    }

    Optional<String> uuid(String name) {
        return text(name)
                .map(text -> {
                    if (!UUID.matcher(text).matches()) {
                        throw invalid();
                    }
                    return text;
                });
    }

    String requiredUuid(String name) {
        return uuid(name).orElseThrow(AshbyArguments::invalid);
    }

    boolean flag(String name) {
        return value(name).filter(JsonValue.TRUE::equals).isPresent();
    }

    /** One hundred unless told otherwise. */
    int limit() {
        JsonValue limit = value("limit").orElse(jakarta.json.Json.createValue(MOST));
        if (limit instanceof JsonNumber number && number.isIntegral()) {
            long size = number.longValue();
            if (size >= 1 && size <= MOST) {
                return (int) size;
            }
        }
        Json error = Json.object().put("message", "Invalid limit").put("parameter", "limit");
        throw new VendorRefusal(
                Reply.json(200, Json.object().put("success", false).put("errors", List.of(error))));
    }

    /**
     * Milliseconds since the epoch. Text is not refused but coerced, as JavaScript does it: digits
     * count, and an ISO date becomes a number that nothing is greater than.
     */
    OptionalLong millis(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (value.get() instanceof JsonNumber number) {
            return OptionalLong.of(number.longValue());
        }
        String text = value.get() instanceof JsonString string ? string.getString() : "";
        return OptionalLong.of(text.matches("\\d{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE);
    }

    private Optional<JsonValue> value(String name) {
        return Optional.ofNullable(body.get(name)).filter(value -> !value.equals(JsonValue.NULL));
    }

    static VendorRefusal invalid() {
        return refused("invalid_input", "Request payload is malformed");
    }

    /** An error as the documentation shows it. */
    static VendorRefusal refused(String code, String message) {
        return new VendorRefusal(
                Reply.json(200, error(code, message).put("errors", List.of(code))));
    }

    /** An error without the deprecated list. */
    static JsonObject error(String code, String message) {
        Json info =
                Json.object()
                        .put("code", code)
                        .put("message", message)
                        .put("requestId", Ulid.next());
        return Json.object().put("success", false).put("errorInfo", info);
    }
}
