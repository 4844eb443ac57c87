package io.convene.launcher.api.admin;

import io.convene.launcher.accounts.Scope;
import io.convene.launcher.api.caller.CallerAuthorization;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.providers.Providers;
import io.convene.launcher.providers.status.ReloadResult;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/**
 * {@code POST /admin/providers/reload}: reads the providers folder again and answers with what
 * changed. A reload that comes while one runs waits for it.
 */
public final class ReloadHandler implements Handler {
    private final CallerAuthorization callers;
    private final Providers providers;

    /** A handler for those bundles. */
    public ReloadHandler(CallerAuthorization callers, Providers providers) {
        this.callers = callers;
        this.providers = providers;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        callers.require(request, Scope.ADMIN);
        ReloadResult result = providers.reload();
        if (result.problem().isPresent()) {
            throw new ApiException(500, result.problem().get());
        }
        JsonArrayBuilder changed = Json.createArrayBuilder();
        result.changed().forEach(change -> changed.add(ProviderJson.of(change)));
        JsonObjectBuilder out = Json.createObjectBuilder();
        out.add("changed", changed);
        out.add("providers", ProviderJson.of(providers.list()));
        ProvidersHandler.send(out.build(), response);
    }
}
