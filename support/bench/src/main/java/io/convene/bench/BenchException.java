package io.convene.bench;

/** The benchmark cannot go on; the message says why and what helps. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A failure with that message. */
    public BenchException(String message) {
        super(message);
    }
}
