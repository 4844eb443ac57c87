package io.convene.launcher.providers.bundle;

import io.convene.launcher.providers.status.ProviderCode;
import io.convene.launcher.providers.status.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The entries of the providers directory, and of a bundle's folder, by their names: which are
 * bundles, which belong to the system or an editor, and which look like a mistake.
 */
public final class DirectoryEntries {
    static final String JAR = ".jar";

    /** Made by file systems, archivers and file managers, not by an operator. */
    private static final Set<String> SYSTEM =
            Set.of(
                    "lost+found",
                    "__MACOSX",
                    "$RECYCLE.BIN",
                    "System Volume Information",
                    "@eaDir",
                    "#recycle");

    private static final Pattern JAR_ANY_CASE = Pattern.compile("(?s).*\\.(?i:jar)");
    private static final Pattern ARCHIVE =
            Pattern.compile("(?s).*\\.(?i:zip|war|ear|jmod|tar|tgz|tar\\.(gz|bz2|xz|zst)|7z|rar)");

    private DirectoryEntries() {}

    /** Whether an entry is a bundle by its looks, or a mistake that its operator must hear of. */
    public static boolean isConcern(Path entry) {
        String name = name(entry);
        return !isIgnored(name)
                && (JAR_ANY_CASE.matcher(name).matches()
                        || ARCHIVE.matcher(name).matches()
                        || Files.isDirectory(entry)
                        || (Files.isSymbolicLink(entry) && !Files.exists(entry)));
    }

    /**
     * Checks an entry that may be a jar of a bundle, or a bundle's folder.
     *
     * @throws Refusal when its name or its link's target is a mistake
     */
    static void check(Path entry) {
        String name = name(entry);
        if (Files.isSymbolicLink(entry) && !Files.exists(entry)) {
            throw ProviderCode.DANGLING_LINK.refusal(name, target(entry));
        }
        if (Files.isDirectory(entry)) {
            return;
        }
        if (JAR_ANY_CASE.matcher(name).matches() && !name.endsWith(JAR)) {
            String stem = name.substring(0, name.length() - JAR.length());
            throw ProviderCode.MISNAMED_JAR.refusal(name, stem + JAR);
        }
        if (ARCHIVE.matcher(name).matches()) {
            throw ProviderCode.OTHER_ARCHIVE.refusal(name);
        }
    }

    /** Whether a file in a bundle's folder is a jar of the bundle, or a mistake for one. */
    static boolean isJarOfAFolder(Path file) {
        String name = name(file);
        return !isIgnored(name)
                && JAR_ANY_CASE.matcher(name).matches()
                && (name.endsWith(JAR) || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    }

    /**
     * The file's name. Where the JVM cannot read it in its own encoding of file names, which is
     * ASCII in the C locale, it is read as UTF-8.
     */
    public static String name(Path file) {
        Path last = file.getFileName();
        String name = last == null ? file.toString() : last.toString();
        if (name.indexOf('\uFFFD') < 0) {
            return name;
        }
        String path = file.toUri().getPath();
        String whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    private static boolean isIgnored(String name) {
        return name.startsWith(".") || name.endsWith("~") || SYSTEM.contains(name);
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "a place that cannot be read (%s)".formatted(e.getMessage());
        }
    }
}
