package io.convene.launcher.providers;

import io.convene.launcher.time.PollingThread;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reloads when the files of a folder have changed and then stayed as they are for two looks, so
 * that a file that is still being written is not read. For development.
 */
public final class DirectoryWatch implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(500);

    /** A folder of bundles has files and, for each bundle in a folder, files one level below. */
    private static final int DEPTH = 2;

    private final Path directory;
    private final Runnable reload;
    private final PollingThread thread;
    private Map<Path, String> loaded;
    private Map<Path, String> last;

    private DirectoryWatch(Path directory, Runnable reload) {
        this.directory = directory;
        this.reload = reload;
        this.loaded = files();
        this.last = loaded;
        this.thread =
                new PollingThread(
                        "bundle-watch",
                        TICK,
                        Integer.MAX_VALUE,
                        new PollingThread.Task(() -> false, this::look));
    }

    /** Watches the folder from now on; its present files count as loaded. */
    public static DirectoryWatch of(Path directory, Runnable reload) {
        return new DirectoryWatch(directory, reload);
    }

    @Override
    public void close() {
        thread.close();
    }

    private void look() {
        Map<Path, String> now = files();
        if (now.equals(last) && !now.equals(loaded)) {
            loaded = now;
            reload.run();
        }
        last = now;
    }

    /** Each file with its size and time. */
    private Map<Path, String> files() {
        Map<Path, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory, DEPTH)) {
            files.forEach(file -> found.put(file, state(file)));
        } catch (IOException | UncheckedIOException e) {
            // It is being changed: the next look sees what became of it.
        }
        return found;
    }

    private static String state(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isDirectory()
                    ? "folder"
                    : "%d %s %s"
                            .formatted(
                                    attributes.size(),
                                    attributes.lastModifiedTime(),
                                    attributes.fileKey());
        } catch (IOException e) {
            return "gone";
        }
    }
}
