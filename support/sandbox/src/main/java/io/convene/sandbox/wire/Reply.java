package io.convene.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A response, with its bytes. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(int status, Map<String, String> headers, byte[] body) {

    private static final String TYPE = "Content-Type";

    public static Reply json(int status, Json body) {
        return json(status, body.bytes());
    }

    public static Reply json(int status, String body) {
        return json(status, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply json(int status, byte[] body) {
        return new Reply(status, Map.of(TYPE, "application/json; charset=utf-8"), body);
    }

    public static Reply text(int status, String body) {
        return typed(status, "text/plain; charset=utf-8", body);
    }

    public static Reply typed(int status, String mediaType, String body) {
        return new Reply(status, Map.of(TYPE, mediaType), body.getBytes(StandardCharsets.UTF_8));
    }

    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, Map.copyOf(more), body);
    }

    /** The same with another status. */
    public Reply status(int other) {
        return new Reply(other, headers, body);
    }
}
