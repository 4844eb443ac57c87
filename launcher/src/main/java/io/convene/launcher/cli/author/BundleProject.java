package io.convene.launcher.cli.author;

import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.providers.bundle.FileFailure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A project that builds, tests and packages a new bundle; its files by their paths. */
public final class BundleProject {
    private final Map<String, String> files;

    private BundleProject(Map<String, String> files) {
        this.files = files;
    }

    /** The project of a bundle, for a build tool that finds Convene's artifacts there. */
    public static BundleProject of(BundleNames names, BuildTool tool, Sdk sdk) {
        Map<String, String> words = new HashMap<>();
        words.putAll(names.words());
        words.putAll(sdk.words());
        words.putAll(Templates.words(tool));
        Map<String, String> files = new LinkedHashMap<>();
        Templates.files(tool)
                .forEach((template, path) ->
                        files.put(
                                Templates.fill(path, words),
                                Templates.fill(Templates.read(template), words)));
        return new BundleProject(files);
    }

    /**
     * Writes it into a new folder.
     *
     * @throws CommandFailedException when a file cannot be written
     */
    public void writeTo(Path folder) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailedException(
                    "the project cannot be written to %s: %s; name another folder with --directory"
                            .formatted(folder, FileFailure.reason(e)));
        }
    }
}
