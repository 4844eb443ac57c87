package io.convene.core;

/**
 * Bytes that are not one JSON document. {@link Item#parse} throws it; {@link
 * io.convene.core.spi.VendorResponse#json()} turns it into a vendor's failure. The message names
 * the mistake and its byte.
 *
 * @since 1.0.0
 */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JsonException(String message) {
        super(message, null, false, false);
    }
}
