package io.convene.launcher.cli;

/**
 * A command could not be done. The message is printed as it is, and the exit code is {@link
 * ExitCode#FAILED}.
 */
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message of one sentence: what, where, and the remedy. */
    public CommandFailedException(String message) {
        super(message);
    }
}
