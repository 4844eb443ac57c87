package io.convene.launcher.cli.install;

import io.convene.launcher.cli.CommandFailedException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Removes a bundle from its folder. */
public final class Removal {
    private Removal() {}

    /**
     * Removes a jar, a folder or a link. It is moved under a hidden name first, so that nobody
     * reads half of a folder.
     *
     * @throws CommandFailedException when that is not possible; the folder is then as it was
     */
    public static void of(Path bundle) {
        Path hidden = null;
        try {
            hidden = Files.createTempDirectory(bundle.getParent(), ".remove-");
            new Moves().move(bundle, hidden.resolve(bundle.getFileName()));
        } catch (IOException e) {
            throw new CommandFailedException(
                    "%s cannot be removed (%s); nothing was changed"
                            .formatted(bundle.getFileName(), e));
        } finally {
            if (hidden != null) {
                Trees.delete(hidden);
            }
        }
    }
}
