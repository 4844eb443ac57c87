package io.convene.bench.process;

import io.convene.bench.BenchException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The options of the servers that are not Convene: collector, pages and C library as its own
 * command, {@code bin/convene}, chooses them, and a larger heap.
 */
final class CommandFlags {
    /** The environment that has the C library give memory back. */
    static final Map<String, String> MALLOC =
            Map.of("MALLOC_ARENA_MAX", "1", "MALLOC_TRIM_THRESHOLD_", "131072");

    private static final Path BIG_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    private static final int HEAP_OF_CORE = 240;
    private static final int LEAST_HEAP = 480;

    private CommandFlags() {}

    /** The JVM's flags on this machine. */
    static List<String> here() {
        int cores = Runtime.getRuntime().availableProcessors();
        int heap = Math.max(LEAST_HEAP, HEAP_OF_CORE * cores);
        List<String> flags =
                new ArrayList<>(List.of("-XX:+ExitOnOutOfMemoryError", "-Xmx%dm".formatted(heap)));
        if (cores <= 2) {
            // The size that Convene's young generation has under load.
            flags.addAll(List.of("-XX:+UseSerialGC", "-Xmn64m"));
        }
        if (hasBigPages()) {
            flags.add("-XX:+UseTransparentHugePages");
        }
        return flags;
    }

    private static boolean hasBigPages() {
        try {
            return Files.exists(BIG_PAGES)
                    && !Files.readString(BIG_PAGES, StandardCharsets.US_ASCII).contains("[never]");
        } catch (IOException e) {
            throw new BenchException(BIG_PAGES + " cannot be read: " + e.getMessage());
        }
    }
}
