package io.convene.launcher.mcp;

import jakarta.json.JsonObject;

import java.util.Optional;

/**
 * A message that cannot be answered as it asks. Carries no stack trace.
 *
 * <p>Codes are those of JSON-RPC 2.0 and of the protocol ({@code basic/index}, "Error Codes").
 */
final class McpException extends Exception {
    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int HEADER_MISMATCH = -32020;
    static final int UNSUPPORTED_VERSION = -32022;

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;

    private final int status;
    private final int code;
    private final transient Optional<JsonObject> data;

    McpException(int status, int code, String message, Optional<JsonObject> data) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.data = data;
    }

    McpException(int code, String message) {
        this(BAD_REQUEST, code, message, Optional.empty());
    }

    /** The status of HTTP. */
    int status() {
        return status;
    }

    int code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    Optional<JsonObject> data() {
        return data;
    }
}
