package io.convene.launcher.egress.coding;

import java.io.IOException;

/** A compressed body ended before its compressed data did, as after a broken connection. */
public final class TruncatedBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    TruncatedBodyException() {
        super("the compressed body is incomplete");
    }
}
