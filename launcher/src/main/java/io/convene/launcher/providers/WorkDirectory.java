package io.convene.launcher.providers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The place for this process' private copies: {@code work/bundles/run-…}, marked as in use by a
 * file lock, so that what a process left behind is swept by the next one and never under a running
 * one.
 */
final class WorkDirectory implements AutoCloseable {
    private static final String MARK = "in-use";

    private final Path run;
    private final FileChannel mark;

    private WorkDirectory(Path run, FileChannel mark) {
        this.run = run;
        this.mark = mark;
    }

    /**
     * Makes a place in {@code work} and sweeps those of dead processes.
     *
     * @throws ProvidersException when it cannot be written
     */
    static WorkDirectory open(Path work) {
        Path bundles = work.resolve("bundles");
        try {
            Files.createDirectories(bundles);
            sweep(bundles);
            Path run = Files.createTempDirectory(bundles, "run-");
            FileChannel mark =
                    FileChannel.open(
                            run.resolve(MARK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock(mark);
            return new WorkDirectory(run, mark);
        } catch (IOException e) {
            throw new ProvidersException(
                    "The work directory "
                            + work
                            + " cannot be used: "
                            + e
                            + ". Make it writable or set providers.work.",
                    e);
        }
    }

    /** An empty folder for one bundle. */
    Path fresh() {
        try {
            return Files.createTempDirectory(run, "bundle-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder and all in it, as far as the system lets it. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // Some systems keep files that are still open; the next start sweeps them.
        }
    }

    /** Gives the place up and removes it. */
    @Override
    public void close() {
        release();
        delete(run);
    }

    /**
     * Gives the place up and leaves it to the next start, because copies in it are still in use.
     */
    void release() {
        try {
            mark.close();
        } catch (IOException e) {
            // The lock ends with the process at the latest.
        }
    }

    private static void sweep(Path bundles) throws IOException {
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(bundles, "run-*")) {
            for (Path run : runs) {
                if (isAbandoned(run)) {
                    delete(run);
                }
            }
        }
    }

    private static boolean isAbandoned(Path run) {
        try (FileChannel channel = FileChannel.open(run.resolve(MARK), StandardOpenOption.WRITE)) {
            return lock(channel);
        } catch (IOException e) {
            // Without a mark another process is just making it, or it was swept half; leave it.
            return false;
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
