package io.convene.launcher;

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
final class CursorKeys {
    private static final String FILE = "cursor.key";

    private CursorKeys() {}

    /**
     * The keys, the first of which encrypts.
     *
     * @param problems takes it when there is none and none can be made
     */
    static List<String> of(List<String> configured, Path work, Problems problems) {
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
