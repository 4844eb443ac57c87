package io.convene.bench;

/** The benchmark cannot continue; the message names the cause and the remedy. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A failure with that message. */
    public BenchException(String message) {
        super(message);
    }
}
