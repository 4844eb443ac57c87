package io.convene.testkit;

/** The kit itself cannot work: what is wrong with its surroundings, and the fix. */
public final class TestkitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TestkitException(String message) {
        super(message);
    }

    TestkitException(String message, Throwable cause) {
        super(message, cause);
    }
}
