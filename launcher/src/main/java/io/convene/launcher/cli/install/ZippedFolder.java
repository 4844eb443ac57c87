package io.convene.launcher.cli.install;

import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.providers.bundle.BundleCopy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A zip file of a bundle's folder: its jars, at the top or in one folder. */
final class ZippedFolder {
    private static final int MOST_ENTRIES = 10_000;

    private ZippedFolder() {}

    /**
     * Unpacks the jars into a new folder, by the last part of their names alone.
     *
     * @return how many they are
     * @throws CommandFailedException when two jars have one name, or there is too much
     */
    static int unpack(Path zip, Path folder) throws IOException {
        Files.createDirectory(folder);
        long left = BundleCopy.MAX_BYTES;
        int entries = 0;
        int jars = 0;
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries++;
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (entries > MOST_ENTRIES) {
                    throw tooLarge(zip);
                }
                if (name.endsWith(".jar") && !name.startsWith(".") && !name.contains("\\")) {
                    jars++;
                    left -= copy(in, folder.resolve(name), left, zip);
                }
            }
        }
        return jars;
    }

    private static long copy(InputStream in, Path file, long most, Path zip) throws IOException {
        if (Files.exists(file)) {
            throw new CommandFailedException(
                    "%s has two jars named %s".formatted(zip.getFileName(), file.getFileName()));
        }
        return BoundedCopy.copy(in, file, most).orElseThrow(() -> tooLarge(zip));
    }

    private static CommandFailedException tooLarge(Path zip) {
        return new CommandFailedException(
                "%s unpacks to more than the %d bytes that a bundle may have"
                        .formatted(zip.getFileName(), BundleCopy.MAX_BYTES));
    }
}
