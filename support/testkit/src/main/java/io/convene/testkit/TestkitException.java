package io.convene.testkit;

/** The kit itself cannot work: the message names the problem in its environment, and the fix. */
public final class TestkitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TestkitException(String message) {
        super(message);
    }

    TestkitException(String message, Throwable cause) {
        super(message, cause);
    }
}
