package io.convene.launcher.accounts;

import java.util.Map;
import java.util.Optional;

/**
 * One customer's connection to one ATS.
 *
 * @param id the id that callers send as {@code integrated_account_id}
 * @param tenantId the customer it belongs to, empty when none was given
 * @param integration the id of the provider, such as {@code greenhouse}
 * @param providerVersion a SemVer range that pins the provider's version, if any
 * @param credentials the secrets by name; they leave this record only inside a request to an
 *     allowed host
 * @param settings the configured values that are not secret
 */
public record Account(
        String id,
        String tenantId,
        String integration,
        Optional<String> providerVersion,
        Map<String, String> credentials,
        Map<String, String> settings) {
    public Account {
        credentials = Map.copyOf(credentials);
        settings = Map.copyOf(settings);
    }

    /** Names the account and no secret. */
    @Override
    public String toString() {
        return "Account[" + id + " " + integration + "]";
    }
}
