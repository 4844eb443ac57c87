package io.convene.launcher.cli.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Folders with hidden names, next to the bundles, for the time of one command. They are removed
 * when the process is told to end. Those of a process that was killed are removed by a later
 * command.
 */
final class HiddenFolders {
    /** Longer than any command takes. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final Map<Path, Thread> HOOKS = new ConcurrentHashMap<>();

    private HiddenFolders() {}

    /**
     * Makes a folder whose name has that beginning, and removes abandoned ones of the same kind.
     */
    static Path make(Path directory, String prefix) throws IOException {
        sweep(directory, prefix);
        Path folder = Files.createTempDirectory(directory, prefix);
        Thread hook = new Thread(() -> Trees.delete(folder));
        HOOKS.put(folder, hook);
        Runtime.getRuntime().addShutdownHook(hook);
        return folder;
    }

    /** Removes a folder and all in it. */
    static void delete(Path folder) {
        Trees.delete(folder);
        Thread hook = HOOKS.remove(folder);
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process ends, and the hook finds nothing to remove.
            }
        }
    }

    private static void sweep(Path directory, String prefix) throws IOException {
        Instant before = Instant.now().minus(ABANDONED);
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.toList()) {
                if (String.valueOf(entry.getFileName()).startsWith(prefix)
                        && Files.getLastModifiedTime(entry).toInstant().isBefore(before)) {
                    Trees.delete(entry);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
