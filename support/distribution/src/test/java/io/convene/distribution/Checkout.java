package io.convene.distribution;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * A clone of this repository, with what is not committed yet.
 *
 * @param folder the root of its work tree
 * @param shell runs commands there
 */
record Checkout(Path folder, Shell shell) {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Map<String, String> AUTHOR =
            Map.of(
                    "GIT_AUTHOR_NAME", "Somebody",
                    "GIT_AUTHOR_EMAIL", "somebody@example.com",
                    "GIT_COMMITTER_NAME", "Somebody",
                    "GIT_COMMITTER_EMAIL", "somebody@example.com");

    /** Clones it. Whoever unpacked the sources from an archive has nothing to clone. */
    static Checkout clonedTo(Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.exists(ROOT.resolve(".git")), "this is a checkout of Git");
        Shell here = new Shell(ROOT, AUTHOR);
        here.output(List.of("git", "clone", "-q", ROOT.toString(), folder.toString()));
        String changed =
                here.output(List.of("git", "diff", "--name-only", "HEAD"))
                        + "\n"
                        + here.output(List.of("git", "ls-files", "-o", "--exclude-standard"));
        for (String name : (Iterable<String>) changed.lines()::iterator) {
            Path copy = folder.resolve(name);
            if (Files.isRegularFile(ROOT.resolve(name))) {
                Files.createDirectories(copy.getParent());
                Files.copy(
                        ROOT.resolve(name),
                        copy,
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Checkout checkout = new Checkout(folder, new Shell(folder, AUTHOR));
        checkout.commit("Keep what is not committed yet");
        return checkout;
    }

    /** Commits all changes, if there are any. */
    void commit(String subject) throws IOException, InterruptedException {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", subject);
    }

    /** What Git prints. */
    String git(String... words) throws IOException, InterruptedException {
        return shell.output(Shell.words(List.of("git"), List.of(words)));
    }

    /** Everything that a release could change, to be compared. */
    String state() throws IOException, InterruptedException {
        return String.join(
                "\n",
                git("rev-parse", "HEAD"),
                git("status", "--porcelain"),
                git("tag", "--list"),
                git("worktree", "list"));
    }
}
