package io.convene.bench.process;

import io.convene.bench.BenchException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The resident memory of a process, from {@code /proc/<pid>/status}.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">proc_pid_status(5)
 *     </a>
 */
public final class Memory {
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s*(\\d+) kB$");
    private static final double KILOBYTES = 1024;

    private Memory() {}

    /** Its resident memory in MiB. */
    public static double resident(ServerProcess process) {
        try {
            return parse(
                    Files.readString(
                            Path.of("/proc", Long.toString(process.pid()), "status"),
                            StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The resident memory that such a file states, in MiB. */
    static double parse(String status) {
        Matcher resident = RESIDENT.matcher(status);
        if (!resident.find()) {
            throw new BenchException("/proc does not give the memory of a process: " + status);
        }
        return Long.parseLong(resident.group(1)) / KILOBYTES;
    }
}
