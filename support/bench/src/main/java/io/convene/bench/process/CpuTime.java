package io.convene.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The CPU time of processes since their start, from {@code /proc/<pid>/stat}.
 *
 * @param user milliseconds in their own code
 * @param kernel milliseconds in the kernel
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
public record CpuTime(double user, double kernel) {
    /** Linux counts in hundredths of a second towards programs, whatever its own timer does. */
    private static final double MILLISECONDS_PER_TICK = 10;

    private static final int USER = 11;
    private static final int KERNEL = 12;

    /** The time of those processes and all they started. */
    public static CpuTime of(List<ServerProcess> processes) {
        return sum(
                processes.stream()
                        .flatMap(process ->
                                Stream.concat(
                                        Stream.of(process.handle()),
                                        process.handle().descendants()))
                        .map(handle -> read(handle.pid())));
    }

    /** The time of the compilers of those processes that are JVMs. */
    public static CpuTime ofCompilers(List<ServerProcess> processes) {
        return sum(
                processes.stream()
                        .flatMap(process -> threads(process.pid()).stream())
                        .filter(CpuTime::isCompiler)
                        .map(CpuTime::parse));
    }

    private static CpuTime sum(Stream<CpuTime> times) {
        return times.reduce(
                new CpuTime(0, 0), (a, b) -> new CpuTime(a.user + b.user, a.kernel + b.kernel));
    }

    /** Whether that line is of a thread such as {@code C2 CompilerThread0}, which Linux cuts. */
    static boolean isCompiler(String stat) {
        return stat.contains(" (C1 CompilerThre") || stat.contains(" (C2 CompilerThre");
    }

    /** The lines of a process's threads. */
    static List<String> threads(long pid) {
        List<String> lines = new ArrayList<>();
        Path tasks = Path.of("/proc", Long.toString(pid), "task");
        try (Stream<Path> threads = Files.list(tasks)) {
            for (Path thread : threads.toList()) {
                lines.add(stat(thread));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "CPU times are read from /proc, which only Linux has", e);
        }
        return lines;
    }

    private static String stat(Path thread) {
        try {
            return Files.readString(thread.resolve("stat"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // It has ended meanwhile.
            return "";
        }
    }

    /** The time spent since the earlier reading. */
    public CpuTime since(CpuTime earlier) {
        return new CpuTime(user - earlier.user, kernel - earlier.kernel);
    }

    /** All of it. */
    public double total() {
        return user + kernel;
    }

    private static CpuTime read(long pid) {
        try {
            return parse(
                    Files.readString(
                            Path.of("/proc", Long.toString(pid), "stat"),
                            StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "CPU times are read from /proc, which only Linux has", e);
        }
    }

    /** A line of that file. The second field is a name in parentheses that may have spaces. */
    static CpuTime parse(String stat) {
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return new CpuTime(
                Long.parseLong(afterName[USER]) * MILLISECONDS_PER_TICK,
                Long.parseLong(afterName[KERNEL]) * MILLISECONDS_PER_TICK);
    }
}
