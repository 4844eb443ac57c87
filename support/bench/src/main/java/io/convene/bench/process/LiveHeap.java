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
    private static final Pattern EXCHANGES =
            Pattern.compile(
                    "(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+jdk\\.internal\\.net\\.http\\.Http1Exchange\\s");
    private static final double MEBIBYTE = 1024 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final double mebibytes;
    private final int calls;

    private LiveHeap(double mebibytes, int calls) {
        this.mebibytes = mebibytes;
        this.calls = calls;
    }

    /** Counts them, after a collection, during which the process stands still. */
    public static LiveHeap of(ServerProcess process) {
        return parse(jcmd(process, "GC.class_histogram"));
    }

    /** MiB of all. */
    public double mebibytes() {
        return mebibytes;
    }

    /** Calls to vendors that are on their way, by the exchanges of the JDK's client. */
    public int calls() {
        return calls;
    }

    /** Collects the garbage. */
    public static void collect(ServerProcess process) {
        jcmd(process, "GC.run");
    }

    /** From a histogram. */
    static LiveHeap parse(String histogram) {
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new BenchException("jcmd gives no histogram: " + histogram);
        }
        Matcher exchanges = EXCHANGES.matcher(histogram);
        return new LiveHeap(
                Long.parseLong(total.group(1)) / MEBIBYTE,
                exchanges.find() ? Integer.parseInt(exchanges.group(1)) : 0);
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
