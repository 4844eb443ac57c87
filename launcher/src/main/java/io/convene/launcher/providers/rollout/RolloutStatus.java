package io.convene.launcher.providers.rollout;

import io.convene.launcher.config.CanaryConfig;

import java.util.Optional;

/**
 * A rollout and how both versions have done since it began, or since the start of the process.
 *
 * @param reason why it was rolled back, if it was
 */
public record RolloutStatus(
        Rollout rollout, RequestCounts stable, RequestCounts candidate, Optional<String> reason) {
    /** Why the candidate must be rolled back, as one sentence; empty while it does well enough. */
    Optional<String> verdict(CanaryConfig config) {
        if (candidate.requests() < config.requests()
                || candidate.failureShare() <= stable.failureShare() + config.margin()) {
            return Optional.empty();
        }
        return Optional.of(
                "%.1f %% of its %d requests had a failure of the bundle, but %.1f %% of %d with version %s."
                        .formatted(
                                candidate.failureShare(),
                                candidate.requests(),
                                stable.failureShare(),
                                stable.requests(),
                                rollout.stable()));
    }
}
