package io.convene.launcher.cli;

/** The exit codes of {@code convene}. */
public final class ExitCode {
    /** Done as it was asked. */
    public static final int DONE = 0;

    /** Failed; a message says why. */
    public static final int FAILED = 1;

    /** The command line or the configuration is wrong. */
    public static final int WRONG_USAGE = 2;

    /** A required provider is not active. */
    public static final int PROVIDER_MISSING = 3;

    private ExitCode() {}
}
