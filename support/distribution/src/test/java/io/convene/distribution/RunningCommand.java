package io.convene.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of the distribution that runs until it is stopped. */
final class RunningCommand implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final Reader output;
    private final StringBuilder read = new StringBuilder();

    private RunningCommand(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    static RunningCommand start(List<String> command) throws IOException {
        return new RunningCommand(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /**
     * Everything printed up to that text.
     *
     * @throws IllegalStateException when it ends without having printed it
     */
    String awaitOutput(String text) throws IOException {
        while (read.indexOf(text) < 0) {
            int next = output.read();
            if (next < 0) {
                throw new IllegalStateException("ended without '" + text + "': " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    /** Asks it to stop, as a supervisor does, and tells whether it did within half a minute. */
    boolean stopsWhenAsked() throws InterruptedException {
        process.destroy();
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
