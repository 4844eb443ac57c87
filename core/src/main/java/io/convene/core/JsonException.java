package io.convene.core;

/** Bytes that are not one JSON document. The message says what was wrong and at which byte. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JsonException(String message) {
        super(message, null, false, false);
    }
}
