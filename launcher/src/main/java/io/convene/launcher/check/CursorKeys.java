package io.convene.launcher.check;

import io.convene.launcher.accounts.Tokens;
import io.convene.launcher.config.Problems;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The keys of cursors: those configured, else one that is made once and kept in the work folder.
 */
public final class CursorKeys {
    private static final String FILE = "cursor.key";

    private CursorKeys() {}

    /**
     * The keys, the first of which encrypts.
     *
     * @param problems takes it when there is none and none can be made
     */
    public static List<String> of(List<String> configured, Path work, Problems problems) {
        if (!configured.isEmpty()) {
            return configured;
        }
        Path file = work.resolve(FILE);
        try {
            Files.createDirectories(work);
            try {
                create(file);
                Files.writeString(file, Tokens.random(), StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                // made by an earlier start
            }
            String key = Files.readString(file).strip();
            if (!key.isEmpty()) {
                return List.of(key);
            }
        } catch (IOException e) {
            // said below, together with an empty file
        }
        problems.add(
                "api.cursor-keys",
                "no key is configured and " + file + " cannot be made or read",
                "set one, or make the folder writable");
        return List.of();
    }

    /**
     * Checks that there is a key or that one could be made, without making it.
     *
     * @param problems takes it when that is not so
     */
    static void check(List<String> configured, Path work, Problems problems) {
        if (configured.isEmpty() && !canKeep(work.toAbsolutePath())) {
            problems.add(
                    "api.cursor-keys",
                    "no key is configured and %s cannot be made or read"
                            .formatted(work.resolve(FILE)),
                    "set one, or make the folder writable");
        }
    }

    private static boolean canKeep(Path work) {
        Path file = work.resolve(FILE);
        if (Files.exists(file)) {
            return Files.isReadable(file);
        }
        Path existing = work;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return Files.isDirectory(existing) && Files.isWritable(existing);
    }

    private static void create(Path file) throws IOException {
        boolean posix =
                Files.getFileStore(file.toAbsolutePath().getParent())
                        .supportsFileAttributeView("posix");
        if (posix) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
