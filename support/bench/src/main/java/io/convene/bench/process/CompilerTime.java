package io.convene.bench.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The CPU time of a JVM's compilers. Their threads come and go, so that it is the sum of what was
 * seen of each. Not thread-safe.
 */
public final class CompilerTime {
    private final Supplier<List<String>> stats;
    private final Map<String, Double> threads = new HashMap<>();
    private double lapped;

    CompilerTime(Supplier<List<String>> stats) {
        this.stats = stats;
    }

    /** Counts from the start of that process. */
    public static CompilerTime of(ServerProcess process) {
        return new CompilerTime(() -> CpuTime.threads(process.pid()));
    }

    /** Has a look; a thread's time since the last look is lost when it ends. */
    public void look() {
        for (String stat : stats.get()) {
            if (CpuTime.isCompiler(stat)) {
                String thread = stat.substring(0, stat.indexOf(' '));
                threads.put(thread, CpuTime.parse(stat).total());
            }
        }
    }

    /** Has a look, and returns the milliseconds since the last lap. */
    public double lap() {
        look();
        double total = threads.values().stream().mapToDouble(Double::doubleValue).sum();
        double lap = total - lapped;
        lapped = total;
        return lap;
    }
}
