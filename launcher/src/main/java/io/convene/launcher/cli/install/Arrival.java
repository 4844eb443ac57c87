package io.convene.launcher.cli.install;

import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.providers.bundle.BundleCopy;
import io.convene.launcher.providers.bundle.FileFailure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A bundle that was fetched into a hidden folder next to the others, from which it can be moved to
 * its place in one step. Closing the arrival removes the rest.
 */
public final class Arrival implements AutoCloseable {
    private static final String ZIP = ".zip";

    private final Path hidden;
    private final Path file;
    private final Optional<String> sha256;

    private Arrival(Path hidden, Path file, Optional<String> sha256) {
        this.hidden = hidden;
        this.file = file;
        this.sha256 = sha256;
    }

    /**
     * Fetches a bundle: a jar, a folder, or a zip file of a folder.
     *
     * @param source a path, or a URL of http, https or file
     * @param directory the folder of bundles
     * @throws CommandFailedException when it cannot be fetched; the folder is then as it was
     */
    public static Arrival fetch(String source, Path directory) throws InterruptedException {
        Path hidden = hidden(directory);
        try {
            return fetch(source, hidden, Download.url(source));
        } catch (IOException | UncheckedIOException e) {
            HiddenFolders.delete(hidden);
            throw new CommandFailedException(
                    "%s cannot be fetched: %s".formatted(source, FileFailure.reason(e)));
        } catch (RuntimeException | InterruptedException e) {
            HiddenFolders.delete(hidden);
            throw e;
        }
    }

    private static Arrival fetch(String source, Path hidden, Optional<URI> url)
            throws IOException, InterruptedException {
        if (url.isPresent() && !url.get().getScheme().equalsIgnoreCase("file")) {
            Path file = hidden.resolve(Download.name(url.get()));
            String hash = new Download(BundleCopy.MAX_BYTES, Download.LONGEST).to(file, url.get());
            return unpacked(hidden, file, hash);
        }
        Path origin =
                url.map(Path::of).orElseGet(() -> Path.of(source)).toAbsolutePath().normalize();
        if (!Files.exists(origin)) {
            throw new CommandFailedException("there is no file %s".formatted(origin));
        }
        Path file = hidden.resolve(String.valueOf(origin.getFileName()));
        if (Files.isDirectory(origin)) {
            Trees.copyJars(origin, file);
            return new Arrival(hidden, file, Optional.empty());
        }
        if (!Files.isRegularFile(origin)) {
            throw new CommandFailedException(
                    "%s is neither a file nor a folder; copy it into a file first"
                            .formatted(origin));
        }
        long size = Files.size(origin);
        if (size > BundleCopy.MAX_BYTES) {
            throw new CommandFailedException(
                    "%s has %d bytes, more than the %d that a bundle may have"
                            .formatted(origin, size, BundleCopy.MAX_BYTES));
        }
        return unpacked(hidden, file, BundleCopy.copyFile(origin, size, file));
    }

    private static Arrival unpacked(Path hidden, Path file, String hash) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!name.toLowerCase(Locale.ROOT).endsWith(ZIP)) {
            return new Arrival(hidden, file, Optional.of(hash));
        }
        Path folder = hidden.resolve(name.substring(0, name.length() - ZIP.length()));
        if (ZippedFolder.unpack(file, folder) == 0) {
            throw new CommandFailedException(
                    "%s contains no jar; if it is the jar of a bundle itself, rename it to %s.jar"
                            .formatted(name, folder.getFileName()));
        }
        return new Arrival(hidden, folder, Optional.of(hash));
    }

    private static Path hidden(Path directory) {
        try {
            return HiddenFolders.make(directory, ".install-");
        } catch (IOException e) {
            throw new CommandFailedException(
                    "the folder of bundles %s cannot be written: %s; create it, make it writable, or name another with --directory"
                            .formatted(directory, FileFailure.reason(e)));
        }
    }

    /** The jar or folder, under the name that it came with. */
    public Path file() {
        return file;
    }

    /** The hash of the file that was fetched; empty for a folder. */
    public Optional<String> sha256() {
        return sha256;
    }

    /**
     * Moves the bundle to its place, and those that it replaces into a hidden folder.
     *
     * @param place the jar or folder that it becomes
     * @param replaced the present bundles that must go
     * @return the folder of the replaced bundles
     * @throws CommandFailedException when that is not possible; the folder is then as it was
     */
    public Path moveTo(Path place, List<Path> replaced) {
        Path aside = place.resolveSibling(".replaced");
        Moves moves = new Moves();
        try {
            for (Path old : replaced) {
                Files.createDirectories(aside);
                Path kept = aside.resolve(old.getFileName());
                Trees.delete(kept);
                moves.move(old, kept);
            }
            moves.move(file, place);
            return aside;
        } catch (IOException e) {
            moves.undo();
            throw new CommandFailedException(
                    "%s cannot be moved to its place: %s; nothing was changed"
                            .formatted(place, FileFailure.reason(e)));
        }
    }

    /** Removes the hidden folder with everything that was not moved to its place. */
    @Override
    public void close() {
        HiddenFolders.delete(hidden);
    }
}
