package io.convene.launcher.api.admin;

import io.convene.launcher.accounts.Scope;
import io.convene.launcher.api.caller.CallerAuthorization;
import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.providers.Providers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import java.nio.charset.StandardCharsets;

/**
 * {@code GET /admin/providers}: every bundle found, its state, the remedy and the accounts that get
 * it; the rollouts; and every account that no active bundle serves.
 */
public final class ProvidersHandler implements Handler {
    private final CallerAuthorization callers;
    private final Providers providers;
    private final AccountVersions versions;
    private final UnservedAccounts unserved;

    /** A handler for those bundles and accounts. */
    public ProvidersHandler(
            CallerAuthorization callers,
            Providers providers,
            AccountVersions versions,
            UnservedAccounts unserved) {
        this.versions = versions;
        this.callers = callers;
        this.providers = providers;
        this.unserved = unserved;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        callers.require(request, Scope.ADMIN);
        JsonObjectBuilder out = Json.createObjectBuilder();
        out.add("providers", ProviderJson.of(providers.list(), versions.byBundle()));
        out.add("rollouts", RolloutJson.of(providers.rollouts()));
        out.add("unserved_accounts", unserved());
        send(out.build(), response);
    }

    static void send(JsonObject json, ServerResponse response) {
        new JsonBuffer().bytes(json.toString().getBytes(StandardCharsets.UTF_8)).sendTo(response);
    }

    private JsonArray unserved() {
        JsonArrayBuilder out = Json.createArrayBuilder();
        for (UnservedAccounts.Group group : unserved.find()) {
            for (String id : group.accounts()) {
                JsonObjectBuilder account = Json.createObjectBuilder();
                account.add("integrated_account_id", id);
                account.add("integration", group.integration());
                ProviderJson.add(account, "provider_version", group.range());
                account.add("reason", group.reason());
                account.add("fix", group.fix());
                out.add(account);
            }
        }
        return out.build();
    }
}
