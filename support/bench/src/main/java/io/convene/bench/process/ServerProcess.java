package io.convene.bench.process;

import io.convene.bench.BenchException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, from its first sign of life until it is closed. */
public final class ServerProcess implements AutoCloseable {
    /** The line of the upstream and the peers: {@code ready http=8080}, perhaps with an https. */
    static final Pattern READY =
            Pattern.compile("ready http=(?<http>\\d+)(?: https=(?<https>\\d+))?");

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread hook;

    private ServerProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        // Stops the process if the benchmark is interrupted.
        this.hook = new Thread(this::kill);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts a program; its output goes to that file. */
    static ServerProcess start(
            String name, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            return new ServerProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new BenchException(name + " cannot be started: " + e.getMessage());
        }
    }

    /**
     * Waits until the program prints that it is ready; the pattern's groups have the wanted values.
     */
    Matcher await(Pattern ready) {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            Matcher matcher = ready.matcher(output());
            if (matcher.find()) {
                return matcher;
            }
            if (!process.isAlive()) {
                throw failed("ended before it was ready");
            }
            pause();
        }
        throw failed("was not ready after " + START.toSeconds() + " s");
    }

    /** Waits until that port takes connections, for programs that say nothing. */
    void await(int port) {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                if (!process.isAlive()) {
                    throw failed("ended before it listened");
                }
                pause();
            }
        }
        throw failed("did not listen after " + START.toSeconds() + " s");
    }

    /** The process, for reading its entries in /proc. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    /** The process's number. */
    public long pid() {
        return process.pid();
    }

    /** Whether it has not ended by itself. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The last line that it printed. */
    public String lastLine() {
        return output().lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b).strip();
    }

    @Override
    public void close() {
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hooks are running, this one among them.
        }
    }

    private void kill() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private BenchException failed(String what) {
        String output = output();
        close();
        return new BenchException(name + " " + what + ":\n" + output);
    }

    private String output() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
    }
}
