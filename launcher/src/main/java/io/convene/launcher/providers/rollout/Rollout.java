package io.convene.launcher.providers.rollout;

import io.convene.launcher.providers.version.SemanticVersion;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Two versions of one integration, of which the newer one is on trial.
 *
 * @param id the integration
 * @param stable the version of all accounts that do not get the newer one
 * @param candidate the newer version
 * @param phase whether some accounts get it
 * @param share the per cent of accounts that get it in the phase CANARY
 */
public record Rollout(
        String id,
        SemanticVersion stable,
        SemanticVersion candidate,
        RolloutPhase phase,
        int share) {
    /**
     * Whether an account gets the candidate: always the same, for one share.
     *
     * @param account the account's id; empty for work that is done for no account, which never does
     */
    public boolean includes(String account) {
        if (phase != RolloutPhase.CANARY || account.isEmpty()) {
            return false;
        }
        CRC32C hash = new CRC32C();
        hash.update(account.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % 100 < share;
    }

    /** The newest version that an account gets unless its own range asks for a newer one. */
    public SemanticVersion newestFor(String account) {
        return includes(account) ? candidate : stable;
    }

    Rollout rolledBack() {
        return new Rollout(id, stable, candidate, RolloutPhase.ROLLED_BACK, share);
    }
}
