package io.convene.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A distribution on disk. */
record Distribution(Path home) {

    /** The output of a command, both streams together, and its exit code. */
    record Outcome(int exitCode, String output) {}

    /** The one that the build left. */
    static Distribution built() {
        return new Distribution(Path.of(System.getProperty("distribution")));
    }

    Path command() {
        return home.resolve("bin/convene");
    }

    Path runtime() {
        return home.resolve("runtime");
    }

    Path java() {
        return runtime().resolve("bin/java");
    }

    /** The jars in its providers folder. */
    List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("providers"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** Copies it, with its permissions. */
    Distribution copiedTo(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        folder.resolve(home.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
        return new Distribution(folder);
    }

    /** Runs a command whose PATH holds that folder only. */
    static Outcome run(Path path, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", path.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after a minute: " + command);
        }
        return new Outcome(process.exitValue(), output);
    }
}
