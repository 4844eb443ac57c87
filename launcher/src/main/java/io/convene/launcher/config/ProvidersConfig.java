package io.convene.launcher.config;

import static java.util.Objects.requireNonNull;

import io.convene.launcher.config.trust.TrustConfig;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Where bundles are, and which module may provide which integration.
 *
 * @param directory the folder of bundles, and of {@code providers.lock} if it can be written
 * @param work the folder for private copies
 * @param required ids without which the launcher does not start
 * @param owners the module that owns an id, where the operator has decided
 * @param trust which bundles are trusted
 */
public record ProvidersConfig(
        Path directory,
        Path work,
        Set<String> required,
        Map<String, String> owners,
        TrustConfig trust) {
    public ProvidersConfig {
        requireNonNull(directory, "directory is null");
        requireNonNull(work, "work is null");
        required = Set.copyOf(required);
        owners = Map.copyOf(owners);
    }

    /** Those folders, with every other key at its default but no check of trust. */
    public static ProvidersConfig of(Path directory, Path work) {
        return new ProvidersConfig(directory, work, Set.of(), Map.of(), TrustConfig.unchecked());
    }
}
