package io.convene.testkit;

/**
 * The kit itself cannot work: the message names the problem in its environment, and the fix.
 *
 * @since 0.1.0
 */
public final class TestkitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TestkitException(String message) {
        super(message);
    }

    TestkitException(String message, Throwable cause) {
        super(message, cause);
    }
}
