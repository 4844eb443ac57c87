package io.convene.launcher.providers;

import io.convene.launcher.providers.bundle.FileFailure;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProvidersException;
import io.convene.launcher.providers.status.Refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The place for this process' private copies: {@code work/bundles/run-…}, marked as in use by a
 * file lock, so that the leftovers of a process are removed by the next one and never under a
 * running one.
 */
final class WorkDirectory implements AutoCloseable {
    private static final String MARK = "in-use";

    // Closing any channel of a file gives up all of a process' locks on it: never open our own.
    private static final Set<Path> LIVE = ConcurrentHashMap.newKeySet();

    /** Makes a new folder. */
    private interface FolderMaker {
        Path make() throws IOException;
    }

    private final Path kept;
    private final Path run;
    private final FileChannel mark;

    private WorkDirectory(Path kept, Path run, FileChannel mark) {
        this.kept = kept;
        this.run = run;
        this.mark = mark;
    }

    /**
     * Makes a place in {@code work} and sweeps those of dead processes.
     *
     * @throws ProvidersException when it cannot be written
     */
    static WorkDirectory open(Path work) {
        Path bundles = work.toAbsolutePath().normalize().resolve("bundles");
        try {
            Files.createDirectories(bundles);
            sweep(bundles);
            return claim(Optional.of(work), () -> Files.createTempDirectory(bundles, "run-"));
        } catch (IOException e) {
            throw new ProvidersException(
                    "The work directory %s cannot be used: %s. Make it writable or set providers.work."
                            .formatted(work, FileFailure.reason(e)),
                    e);
        }
    }

    /**
     * Makes a place among the system's temporary files.
     *
     * @throws ProvidersException when it cannot be written
     */
    static WorkDirectory temporary() {
        try {
            return claim(Optional.empty(), () -> Files.createTempDirectory("convene-"));
        } catch (IOException e) {
            throw new ProvidersException(
                    "The folder of temporary files cannot be used: %s. Make it writable or set java.io.tmpdir."
                            .formatted(FileFailure.reason(e)),
                    e);
        }
    }

    private static WorkDirectory claim(Optional<Path> kept, FolderMaker maker) throws IOException {
        while (true) {
            Path run = maker.make();
            LIVE.add(run);
            FileChannel mark =
                    FileChannel.open(
                            run.resolve(MARK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (mark.tryLock() != null) {
                return new WorkDirectory(kept.orElse(run), run, mark);
            }
            // Another process took the unlocked mark for an abandoned one and is sweeping it.
            mark.close();
            LIVE.remove(run);
        }
    }

    /**
     * An empty folder for one bundle.
     *
     * @throws Refusal of that bundle when there is no room for it
     */
    Path fresh(String bundle) {
        try {
            return Files.createTempDirectory(run, "bundle-");
        } catch (IOException e) {
            throw ProviderCode.UNREADABLE.refusal(bundle, e);
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

    /** The folder for what the next process must know; a temporary one has no next process. */
    Path kept() {
        return kept;
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
            LIVE.remove(run);
        } catch (IOException e) {
            // The lock ends with the process at the latest.
        }
    }

    private static void sweep(Path bundles) throws IOException {
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(bundles, "run-*")) {
            for (Path run : runs) {
                if (!LIVE.contains(run)) {
                    deleteIfAbandoned(run);
                }
            }
        }
    }

    private static void deleteIfAbandoned(Path run) {
        try (FileChannel channel = FileChannel.open(run.resolve(MARK), StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                delete(run);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Without a mark another process is just making it, or it was swept half; leave it.
        }
    }
}
