package io.convene.launcher.config;

import static java.util.Objects.requireNonNull;

import io.convene.launcher.config.trust.TrustConfig;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Where bundles are, which of them may serve, and how one replaces another.
 *
 * @param directory the folder of bundles, and of {@code providers.lock} if it can be written
 * @param work the folder for private copies
 * @param required ids without which the launcher does not start
 * @param owners the module that owns an id, where the operator has decided
 * @param trust which bundles are trusted
 * @param drain how long requests may go on with a bundle that was replaced or removed
 * @param canary how a new version takes over
 */
public record ProvidersConfig(
        Path directory,
        Path work,
        Set<String> required,
        Map<String, String> owners,
        TrustConfig trust,
        Duration drain,
        CanaryConfig canary) {
    private static final Duration DRAIN = Duration.ofSeconds(60);

    public ProvidersConfig {
        requireNonNull(directory, "directory is null");
        requireNonNull(work, "work is null");
        required = Set.copyOf(required);
        owners = Map.copyOf(owners);
    }

    /** Those folders, with every other key at its default. */
    public static ProvidersConfig of(Path directory, Path work) {
        return new ProvidersConfig(
                directory,
                work,
                Set.of(),
                Map.of(),
                TrustConfig.byDefault(),
                DRAIN,
                CanaryConfig.off());
    }

    /** The same with those required ids. */
    public ProvidersConfig requiring(Set<String> ids) {
        return new ProvidersConfig(directory, work, ids, owners, trust, drain, canary);
    }

    /** The same with those owners. */
    public ProvidersConfig owned(Map<String, String> modules) {
        return new ProvidersConfig(directory, work, required, modules, trust, drain, canary);
    }

    /** The same with those rules of trust. */
    public ProvidersConfig trusting(TrustConfig rules) {
        return new ProvidersConfig(directory, work, required, owners, rules, drain, canary);
    }

    /** The same with that time for requests on a bundle that was replaced. */
    public ProvidersConfig draining(Duration time) {
        return new ProvidersConfig(directory, work, required, owners, trust, time, canary);
    }

    /** The same with that way for a new version to take over. */
    public ProvidersConfig canary(CanaryConfig other) {
        return new ProvidersConfig(directory, work, required, owners, trust, drain, other);
    }
}
