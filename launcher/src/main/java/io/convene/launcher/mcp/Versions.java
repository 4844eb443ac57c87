package io.convene.launcher.mcp;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which revision of the protocol a message speaks, and whether its headers say the same as its body
 * ({@code basic/versioning} and {@code basic/transports/streamable-http}, "Server Validation").
 */
final class Versions {
    /** The revision in which each request carries its version; there is no {@code initialize}. */
    static final String STATELESS = "2026-07-28";

    /** Those that begin with {@code initialize}, the newest first. */
    static final List<String> OLDER = List.of("2025-11-25", "2025-06-18", "2025-03-26");

    private static final String VERSION = "MCP-Protocol-Version";
    private static final String METHOD = "Mcp-Method";
    private static final String NAME = "Mcp-Name";
    private static final String ENCODED = "=?base64?";
    private static final String ENCODED_END = "?=";
    private static final int BAD_REQUEST = 400;

    private Versions() {}

    /** All that are spoken. */
    static JsonArray all() {
        return Json.createArrayBuilder(Stream.concat(Stream.of(STATELESS), OLDER.stream()).toList())
                .build();
    }

    /**
     * Whether a message speaks the stateless revision.
     *
     * @param header finds the headers of the request by name
     * @throws McpException when it speaks none that is known, or when its headers are missing or
     *     differ from its body
     */
    static boolean isStateless(Message message, Function<String, Optional<String>> header)
            throws McpException {
        Optional<String> head = header.apply(VERSION);
        Optional<String> body = message.meta("protocolVersion").flatMap(Versions::text);
        if (body.isEmpty()) {
            refuseUnlessKnown(head);
            if (head.filter(STATELESS::equals).isPresent()) {
                throw missing("protocolVersion");
            }
            return false;
        }
        requireSame(VERSION, head, body.get());
        if (!body.get().equals(STATELESS)) {
            throw unsupported(body.get());
        }
        requireSame(METHOD, header.apply(METHOD), message.method());
        if (message.method().equals("tools/call")) {
            requireSame(
                    NAME,
                    header.apply(NAME).map(Versions::decoded),
                    message.text("name").orElse(""));
        }
        if (!(message.meta("clientCapabilities").orElse(JsonValue.NULL) instanceof JsonObject)) {
            throw missing("clientCapabilities");
        }
        return true;
    }

    /** The version to speak with a client that asks for that one. */
    static String agreed(Optional<String> asked) {
        return asked.filter(OLDER::contains).orElse(OLDER.getFirst());
    }

    private static void refuseUnlessKnown(Optional<String> version) throws McpException {
        if (version.isPresent()
                && !version.get().equals(STATELESS)
                && !OLDER.contains(version.get())) {
            throw unsupported(version.get());
        }
    }

    private static void requireSame(String name, Optional<String> head, String body)
            throws McpException {
        if (head.isEmpty()) {
            throw new McpException(
                    McpException.HEADER_MISMATCH,
                    "The header %s is missing; send it with the value of the body."
                            .formatted(name));
        }
        if (!head.get().equals(body)) {
            throw new McpException(
                    McpException.HEADER_MISMATCH,
                    "The header %s differs from the body; send the same value in both."
                            .formatted(name));
        }
    }

    private static McpException missing(String name) {
        return new McpException(
                McpException.INVALID_PARAMS,
                "The member io.modelcontextprotocol/%s of _meta is missing; each request needs it."
                        .formatted(name));
    }

    private static McpException unsupported(String version) {
        return new McpException(
                BAD_REQUEST,
                McpException.UNSUPPORTED_VERSION,
                "Unsupported protocol version",
                Optional.of(
                        Json.createObjectBuilder()
                                .add("supported", all())
                                .add("requested", version)
                                .build()));
    }

    /** A value that does not fit into a header is sent in Base64. */
    private static String decoded(String value) {
        if (!value.startsWith(ENCODED) || !value.endsWith(ENCODED_END)) {
            return value;
        }
        try {
            return new String(
                    Base64.getDecoder()
                            .decode(
                                    value.substring(
                                            ENCODED.length(),
                                            value.length() - ENCODED_END.length())),
                    StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return value;
        }
    }

    private static Optional<String> text(JsonValue value) {
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
