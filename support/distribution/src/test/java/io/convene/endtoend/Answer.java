package io.convene.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** An answer of the endpoint. */
public record Answer(int status, HttpHeaders headers, byte[] body) {
    public Item json() {
        return Item.parse(body);
    }

    public List<Item> result() {
        return json().each("result");
    }

    public List<String> ids() {
        return result().stream().map(interview -> interview.text("id").string()).toList();
    }

    public Optional<String> nextCursor() {
        return json().text("next_cursor").optional();
    }

    /** The same where the answer may be no document of ours, such as lines or nothing. */
    public Optional<String> nextCursorIfAny() {
        return header("Content-Type").equals("application/json") && body.length > 0
                ? nextCursor()
                : Optional.empty();
    }

    public String message() {
        return json().text("message").string();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String text() {
        return new String(body, UTF_8);
    }

    /** The bytes of a value inside the body, as text. */
    public static String bytes(Item item) {
        return new String(item.source(), item.start(), item.end() - item.start(), UTF_8);
    }
}
