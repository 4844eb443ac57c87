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
    private static final double KILOBYTES = 1024;

    private Memory() {}

    /** Its resident memory in MiB. */
    public static double resident(ServerProcess process) {
        return parse(status(process), "VmRSS");
    }

    /** The most MiB that were resident since {@link #forgetPeak}. */
    public static double peak(ServerProcess process) {
        return parse(status(process), "VmHWM");
    }

    /**
     * Has the peak begin again at what is resident now.
     *
     * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html">
     *     proc_pid_clear_refs(5)</a>
     */
    public static void forgetPeak(ServerProcess process) {
        try {
            Files.writeString(Path.of("/proc", Long.toString(process.pid()), "clear_refs"), "5\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String status(ServerProcess process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "status"),
                    StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field of such a file, in MiB. */
    static double parse(String status, String field) {
        Matcher found = Pattern.compile("(?m)^" + field + ":\\s*(\\d+) kB$").matcher(status);
        if (!found.find()) {
            throw new BenchException(
                    "/proc does not give the %s of a process: %s".formatted(field, status));
        }
        return Long.parseLong(found.group(1)) / KILOBYTES;
    }
}
