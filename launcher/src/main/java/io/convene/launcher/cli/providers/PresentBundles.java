package io.convene.launcher.cli.providers;

import io.convene.launcher.config.ProvidersConfig;
import io.convene.launcher.providers.status.ProviderStatus;

import jakarta.json.JsonObject;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The bundles that are in a folder, none of whose code was run.
 *
 * @param bundles the state of each, by its file
 */
record PresentBundles(Map<Path, ProviderStatus> bundles) {
    /** The bundles of the configuration's folder. */
    static PresentBundles of(ProvidersConfig config) {
        return new PresentBundles(
                BundleCheck.inspect(config, inspection -> inspection.all(config.directory())));
    }

    /** The files of an integration. */
    List<Path> ofId(String id) {
        return bundles.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(Optional.of(id)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The names of those files, for a sentence. */
    String names(String id) {
        return ofId(id).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .collect(Collectors.joining(", "));
    }

    /** The file with the same bytes as a bundle. */
    Optional<Path> twin(JsonObject bundle) {
        return bundles.entrySet().stream()
                .filter(entry ->
                        entry.getValue()
                                .contents()
                                .sha256()
                                .equals(Optional.of(bundle.getString("sha256"))))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
