package io.convene.launcher.providers;

import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.providers.bundle.BundleCopy;
import io.convene.launcher.providers.bundle.BundleReader;
import io.convene.launcher.providers.bundle.DirectoryEntries;
import io.convene.launcher.providers.bundle.FileFailure;
import io.convene.launcher.providers.bundle.HostModules;
import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.ProviderEvents;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;
import io.convene.launcher.providers.status.ProvidersException;
import io.convene.launcher.providers.status.Refusal;
import io.convene.launcher.providers.trust.TrustCheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes every check of bundles that runs none of their code. Nothing is logged, and nothing is
 * written but private copies in a temporary folder. Not thread-safe.
 */
public final class Inspection implements AutoCloseable {
    /** The sentence about a folder of bundles: its path, the reason, and what that led to. */
    static final String UNREADABLE_DIRECTORY =
            "The folder of bundles %s cannot be read: %s%s. Create it, make it readable, or name another.";

    private final BundleReader reader;
    private final ProviderEvents events = ProviderEvents.silent();
    private final WorkDirectory work = WorkDirectory.temporary();

    /**
     * An inspection by those rules.
     *
     * @throws ProvidersException when the temporary folder cannot be written
     */
    public Inspection(ProvidersConfig config) {
        HostModules host = HostModules.own();
        this.reader = new BundleReader(host, host.spi(), new TrustCheck(config.trust()));
    }

    /**
     * Whether the launcher would read an entry of that name: it takes other names for files of the
     * system, or of the operator.
     */
    public static boolean isConcern(Path entry) {
        return DirectoryEntries.isConcern(entry);
    }

    /** A jar or a folder: VERIFIED, or REJECTED with everything that is wrong. */
    public ProviderStatus of(Path file) {
        BundleRecord record = new BundleRecord(DirectoryEntries.name(file), events);
        try {
            read(file, record);
        } catch (Refusal refusal) {
            record.ended(refusal.findings());
        } catch (InvalidPathException e) {
            record.ended(
                    ProviderCode.UNUSABLE_NAME.about(
                            record.bundle(), System.getProperty("sun.jnu.encoding", "unknown")));
        }
        return record.status();
    }

    private void read(Path file, BundleRecord record) {
        Path folder = work.fresh(record.bundle());
        try {
            BundleCopy copy = BundleCopy.of(file, folder);
            record.hashed(copy.sha256());
            reader.read(copy, record);
            record.reached(ProviderState.VERIFIED);
        } finally {
            WorkDirectory.delete(folder);
        }
    }

    /**
     * Every bundle of a directory by its file, in the order of their names.
     *
     * @throws ProvidersException when the directory cannot be read
     */
    public Map<Path, ProviderStatus> all(Path directory) {
        List<Path> entries;
        try (Stream<Path> found = Files.list(directory)) {
            entries = found.filter(DirectoryEntries::isConcern).sorted().toList();
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            throw new ProvidersException(
                    UNREADABLE_DIRECTORY.formatted(directory, FileFailure.reason(e), ""), e);
        }
        Map<Path, ProviderStatus> statuses = new LinkedHashMap<>();
        entries.forEach(entry -> statuses.put(entry, of(entry)));
        return statuses;
    }

    /** Removes the private copies. */
    @Override
    public void close() {
        work.close();
    }
}
