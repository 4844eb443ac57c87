package io.convene.launcher.api;

import io.convene.core.Filter;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.openapi.Abilities;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.providers.Providers;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.status.ProviderStatus;

import java.util.List;
import java.util.Optional;

/** The providers as callers know them: by the integration's name. */
final class Integrations {
    private final Providers providers;

    Integrations(Providers providers) {
        this.providers = providers;
    }

    /**
     * The provider of an account, held until closed.
     *
     * @throws BundleFault when its bundle is in quarantine
     * @throws ApiException with 503 when none is active, naming the integration and the remedy
     */
    Lease lease(Account account) {
        return lease(account.integration(), account.providerVersion(), account.id());
    }

    /**
     * The newest provider of an integration, held until closed.
     *
     * @throws ApiException with 503 when none is active, naming the integration and the remedy
     */
    Lease lease(String integration) {
        return lease(integration, Optional.empty(), "");
    }

    private Lease lease(String id, Optional<String> range, String account) {
        Lease lease = providers.lease(id, range, account).orElseThrow(() -> missing(id, range));
        Optional<BundleFault> refusal = lease.refusal();
        if (refusal.isPresent()) {
            lease.close();
            throw refusal.get();
        }
        return lease;
    }

    /**
     * The active integrations that take a filter under their default settings, in alphabetical
     * order.
     */
    List<String> taking(Filter filter) {
        return abilities().stream()
                .filter(it -> it.support().filters().contains(filter))
                .map(Abilities::integration)
                .toList();
    }

    /**
     * What the active integrations that have interviews can do under their default settings, in
     * alphabetical order.
     */
    List<Abilities> abilities() {
        return providers.list().stream()
                .filter(status -> status.state() == ProviderState.ACTIVE)
                .flatMap(status -> status.id().stream())
                .distinct()
                .sorted()
                .flatMap(id -> abilities(id).stream())
                .toList();
    }

    private Optional<Abilities> abilities(String id) {
        Optional<Lease> lease = providers.lease(id, Optional.empty());
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        try (Lease held = lease.get()) {
            return held.supportByDefault().map(support -> new Abilities(id, support));
        }
    }

    private ApiException missing(String id, Optional<String> range) {
        String pin = range.map(text -> " of version " + text).orElse("");
        String known =
                providers.list().stream()
                        .filter(status ->
                                status.id().equals(Optional.of(id))
                                        && status.state() != ProviderState.ACTIVE)
                        .findFirst()
                        .flatMap(ProviderStatus::code)
                        .map(code ->
                                " A bundle for it was found and not activated ("
                                        + code.code()
                                        + ").")
                        .orElse("");
        return new ApiException(
                503,
                "No provider for the integration '"
                        + id
                        + "'"
                        + pin
                        + " is active."
                        + known
                        + " Put its bundle into the providers folder and reload; GET /admin/providers tells more.");
    }
}
