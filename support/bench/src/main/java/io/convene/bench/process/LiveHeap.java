package io.convene.bench.process;

import io.convene.bench.BenchException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The objects in use of a JVM, by the JDK's {@code jcmd}. */
public final class LiveHeap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");
    private static final double MEGABYTE = 1024 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private LiveHeap() {}

    /** MiB of them, after a collection, during which the process stands still. */
    public static double of(ServerProcess process) {
        return parse(jcmd(process, "GC.class_histogram"));
    }

    /** Collects the garbage. */
    public static void collect(ServerProcess process) {
        jcmd(process, "GC.run");
    }

    /** The sum under a histogram, in MiB. */
    static double parse(String histogram) {
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new BenchException("jcmd gives no histogram: " + histogram);
        }
        return Long.parseLong(total.group(1)) / MEGABYTE;
    }

    private static String jcmd(ServerProcess process, String command) {
        return Tool.run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        command),
                LIMIT);
    }
}
