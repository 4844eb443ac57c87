package io.convene.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of a vendor.
 *
 * @param body the body as it is sent
 * @since 0.1.0
 */
public record VendorReply(int status, Map<String, String> headers, String body) {
    private static final String TYPE = "Content-Type";

    public VendorReply {
        headers = Map.copyOf(headers);
    }

    /** A JSON document with HTTP 200. */
    public static VendorReply json(String body) {
        return json(200, body);
    }

    /** A JSON document with that status. */
    public static VendorReply json(int status, String body) {
        return new VendorReply(status, Map.of(TYPE, "application/json"), body);
    }

    /** Plain text with that status. */
    public static VendorReply text(int status, String body) {
        return new VendorReply(status, Map.of(TYPE, "text/plain; charset=utf-8"), body);
    }

    /** The same with one header more. */
    public VendorReply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new VendorReply(status, more, body);
    }

    byte[] bytes() {
        return body.getBytes(UTF_8);
    }
}
