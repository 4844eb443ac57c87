package io.convene.launcher.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * The result of a command line.
 *
 * @param code the exit code
 */
public record Outcome(int code, String output, String error) {
    /** Runs a command in this process. */
    public static Outcome of(String... words) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        try {
            int code =
                    CommandDispatcher.run(
                            List.of(words),
                            new PrintStream(output, true, UTF_8),
                            new PrintStream(error, true, UTF_8));
            return new Outcome(code, output.toString(UTF_8), error.toString(UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
