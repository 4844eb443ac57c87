package io.convene.bench.load;

import io.convene.bench.process.Tool;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * As many requests as 16 connections can carry, from wrk.
 *
 * @param command where wrk is
 * @param script the script that reports
 * @param token the caller's token
 */
public record Wrk(Path command, Path script, String token) {
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** Loads that URL for so long. */
    public Load run(URI url, Duration duration) {
        String output =
                Tool.run(
                        List.of(
                                command.toString(),
                                "--connections=16",
                                "--threads=2",
                                "--timeout=10s",
                                "--duration=" + duration.toSeconds() + "s",
                                "--header=Authorization: Bearer " + token,
                                "--script=" + script,
                                url.toString()),
                        duration.plus(GRACE));
        return Load.parse(output);
    }
}
