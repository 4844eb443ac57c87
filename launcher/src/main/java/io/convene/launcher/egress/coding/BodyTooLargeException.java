package io.convene.launcher.egress.coding;

import java.io.IOException;

/** A body has more bytes than are read, after decoding or before. */
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    /** A body beyond the limit. */
    public BodyTooLargeException() {
        super("the body is too large");
    }
}
