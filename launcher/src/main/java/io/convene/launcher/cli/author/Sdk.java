package io.convene.launcher.cli.author;

import io.convene.launcher.cli.CommandFailedException;
import io.convene.launcher.providers.version.SemanticVersion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Maven repository in a distribution that has everything for authors of bundles.
 *
 * @param folder the repository
 * @param version the version of {@code convene-provider-parent} in it
 */
public record Sdk(Path folder, SemanticVersion version) {
    private static final String PARENT = "io/convene/convene-provider-parent";

    /**
     * The repository of a distribution.
     *
     * @param home the folder of the distribution
     * @throws CommandFailedException when it has none
     */
    public static Sdk of(Path home) {
        Path folder = home.resolve("sdk").toAbsolutePath().normalize();
        return newest(folder.resolve(PARENT))
                .map(version -> new Sdk(folder, version))
                .orElseThrow(() ->
                        new CommandFailedException(
                                "%s has no convene-provider-parent; use the command of a complete distribution"
                                        .formatted(folder)));
    }

    /** What templates call it. */
    Map<String, String> words() {
        String url = folder.toUri().toString().replaceFirst("/$", "");
        return Map.of("sdk", url, "version", version.toString());
    }

    private static Optional<SemanticVersion> newest(Path versions) {
        try (Stream<Path> folders = Files.list(versions)) {
            return folders.map(version -> version.getFileName().toString())
                    .flatMap(version -> SemanticVersion.find(version).stream())
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
