package io.convene.launcher.cli.install;

import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.providers.bundle.FileFailure;

import java.io.IOException;
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
        Path folder = bundle.toAbsolutePath().resolveSibling("");
        Path hidden = null;
        try {
            hidden = HiddenFolders.make(folder, ".remove-");
            new Moves().move(bundle, hidden.resolve(bundle.getFileName()));
        } catch (IOException e) {
            throw new CommandFailedException(
                    "%s cannot be removed from %s: %s; nothing was changed"
                            .formatted(bundle.getFileName(), folder, FileFailure.reason(e)));
        } finally {
            if (hidden != null) {
                HiddenFolders.delete(hidden);
            }
        }
    }
}
