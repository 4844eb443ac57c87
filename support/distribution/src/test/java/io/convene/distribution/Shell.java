package io.convene.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.distribution.Distribution.Outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands in a folder, with more variables in the environment. */
record Shell(Path folder, Map<String, String> variables) {
    private static final int LIMIT_MINUTES = 8;

    /** Runs a command to its end, which may take minutes. */
    Outcome run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException(
                    "still running: %s%n%s".formatted(command, Files.readString(output)));
        }
        String text = Files.readString(output, UTF_8);
        Files.delete(output);
        return new Outcome(process.exitValue(), text);
    }

    /** What a command prints that must succeed. */
    String output(List<String> command) throws IOException, InterruptedException {
        Outcome outcome = run(command);
        assertThat(outcome.exitCode()).as("%s%n%s", command, outcome.output()).isZero();
        return outcome.output().strip();
    }

    /** The command with further words. */
    static List<String> words(List<String> command, List<String> more) {
        List<String> words = new ArrayList<>(command);
        words.addAll(more);
        return words;
    }
}
