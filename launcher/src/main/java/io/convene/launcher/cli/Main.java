package io.convene.launcher.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/**
 * Starts {@code convene}. Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 a
 * required provider is not active.
 */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        int code;
        try {
            code = CommandDispatcher.run(Arrays.asList(arguments), System.out, System.err);
        } catch (InterruptedException | RuntimeException | Error e) {
            System.err.println(failure(e));
            code = ExitCode.FAILED;
        }
        System.out.flush();
        // Helidon's shutdown hooks and idle threads must not decide when a command has ended.
        Runtime.getRuntime().exit(code);
    }

    /** The message about an unforeseen failure; its stack trace only where it is wanted. */
    static String failure(Throwable e) {
        if (Boolean.getBoolean("convene.trace")) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
        String cause =
                e.getMessage() == null ? "" : ": " + e.getMessage().lines().findFirst().orElse("");
        return "Convene failed with an unexpected %s%s; CONVENE_JAVA_OPTIONS=-Dconvene.trace=true shows where, please report it."
                .formatted(e.getClass().getSimpleName(), cause);
    }
}
