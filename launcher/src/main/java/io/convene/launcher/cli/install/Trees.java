package io.convene.launcher.cli.install;

import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.providers.bundle.BundleCopy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Copies and removes folders. */
final class Trees {
    private Trees() {}

    /** Copies the jars directly in a folder into a new one. */
    static void copyJars(Path folder, Path copy) throws IOException {
        Files.createDirectory(copy);
        long left = BundleCopy.MAX_BYTES;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.filter(Trees::isJar).sorted().toList()) {
                long size = Files.size(jar);
                left -= size;
                if (left < 0) {
                    throw new CommandFailedException(
                            "%s has more than the %d bytes that a bundle may have"
                                    .formatted(folder, BundleCopy.MAX_BYTES));
                }
                BundleCopy.copyFile(jar, size, copy.resolve(jar.getFileName()));
            }
        }
    }

    private static boolean isJar(Path file) {
        return String.valueOf(file.getFileName()).endsWith(".jar") && Files.isRegularFile(file);
    }

    /** Removes a file, or a folder and all in it, as far as the system lets it. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // It has a hidden name, so that it is not read as a bundle.
        }
    }
}
