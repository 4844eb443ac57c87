package io.convene.bench.process;

import io.convene.bench.BenchException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs that are not ours and end by themselves, or are looked for. */
public enum Tool {
    /** The reverse proxy, which also terminates TLS. */
    NGINX("nginx", "nginx-light"),
    /** The load generator. */
    WRK("wrk", "wrk"),
    /** The runtime of the peer in JavaScript. */
    NODE("node", "nodejs");

    private final String command;
    private final String debianPackage;

    Tool(String command, String debianPackage) {
        this.command = command;
        this.debianPackage = debianPackage;
    }

    /** Where it is, if it is installed. */
    public Optional<Path> find() {
        // Debian's nginx is where only root looks.
        return Stream.concat(
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1)),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The remedy if it is missing. */
    public String remedy() {
        return command + " is not installed (Debian: apt install " + debianPackage + ")";
    }

    /** The version it states, or that it is missing. */
    public String version() {
        return find().map(path ->
                        run(List.of(path.toString(), "-v"), Duration.ofSeconds(10))
                                .lines()
                                .findFirst()
                                .orElse(""))
                .orElse("not installed");
    }

    /** Runs a program to its end and returns all it printed, whatever its exit code. */
    public static String run(List<String> command, Duration limit) {
        try {
            Path output = Files.createTempFile("convene-bench-", ".out");
            output.toFile().deleteOnExit();
            try {
                Process process =
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(output.toFile())
                                .start();
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new BenchException(
                            command.getFirst() + " did not end within " + limit.toSeconds() + " s");
                }
                return Files.readString(output, StandardCharsets.UTF_8);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new BenchException(command.getFirst() + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
    }
}
