package io.convene.launcher.providers;

import io.convene.launcher.providers.bundle.FileFailure;
import io.convene.launcher.providers.version.SemanticVersion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code providers.lock}: who owns an id, and which bytes a version must have. One entry a line,
 * {@code owner <id> <module>} or {@code pin <id> <version> <sha-256>}; lines that begin with # are
 * comments. It is next to the bundles, or in the work directory where theirs cannot be written; the
 * entry next to the bundles counts.
 */
final class LockFile {
    static final String UNWRITABLE =
            "providers.lock can be written neither next to the bundles nor in the work directory; make one of them writable, or run the command as a user who may write there.";

    private static final String NAME = "providers.lock";
    private static final String INTRODUCTION =
            "# Which module owns an integration, and which bytes a version must have. Kept by Convene.";
    private static final Pattern ENTRY = Pattern.compile("(owner \\S+|pin \\S+ \\S+) (\\S.*)");

    /**
     * The content of the file.
     *
     * @param entries the last part of each line by the text before it
     * @param damage the part that could not be read, if any
     */
    record Content(Map<String, String> entries, Optional<String> damage) {
        Optional<String> owner(String id) {
            return Optional.ofNullable(entries.get(ownerKey(id)));
        }

        Optional<String> pin(String id, SemanticVersion version) {
            return Optional.ofNullable(entries.get(pinKey(id, version)));
        }
    }

    private final List<Path> folders;
    private final boolean writable;

    private LockFile(List<Path> folders, boolean writable) {
        this.folders = folders;
        this.writable = writable;
    }

    /** The file of a running server. */
    static LockFile kept(Path directory, Path work) {
        return new LockFile(List.of(directory, work), true);
    }

    /** The file as it is; nothing is ever put into it, and that is no failure. */
    static LockFile readOnly(Path directory, Path work) {
        return new LockFile(List.of(directory, work), false);
    }

    static String ownerKey(String id) {
        return "owner " + id;
    }

    static String pinKey(String id, SemanticVersion version) {
        return "pin " + id + " " + version;
    }

    Content read() {
        Map<String, String> entries = new LinkedHashMap<>();
        List<String> damages = new ArrayList<>();
        for (Path folder : folders) {
            Path file = folder.resolve(NAME);
            try {
                read(file, entries, damages);
            } catch (IOException e) {
                damages.add("%s cannot be read: %s".formatted(file, FileFailure.reason(e)));
            }
        }
        return new Content(Map.copyOf(entries), damages.stream().findFirst());
    }

    /** Adds or replaces entries, and says whether they could be kept. */
    boolean put(Map<String, String> entries) {
        if (!writable) {
            return true;
        }
        for (Path folder : folders) {
            try {
                write(folder, entries);
                return true;
            } catch (IOException e) {
                // A providers directory may well be read-only: the work directory is next.
            }
        }
        return false;
    }

    private static void read(Path file, Map<String, String> entries, List<String> damages)
            throws IOException {
        int number = 0;
        for (String line : lines(file)) {
            number++;
            Matcher matcher = ENTRY.matcher(line.strip());
            if (matcher.matches()) {
                entries.putIfAbsent(matcher.group(1), matcher.group(2));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                damages.add("line " + number + " of " + file + " is not an entry");
            }
        }
    }

    private static void write(Path folder, Map<String, String> entries) throws IOException {
        Path file = folder.resolve(NAME);
        List<String> lines = new ArrayList<>(lines(file));
        if (lines.isEmpty()) {
            lines.add(INTRODUCTION);
        }
        lines.removeIf(line -> {
            Matcher matcher = ENTRY.matcher(line.strip());
            return matcher.matches() && entries.containsKey(matcher.group(1));
        });
        entries.forEach((key, value) -> lines.add(key + " " + value));
        Path next = Files.createTempFile(folder, ".providers", ".lock");
        try {
            Files.write(next, lines, StandardCharsets.UTF_8);
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }
}
