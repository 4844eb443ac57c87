package io.convene.launcher.api.admin;

import io.convene.launcher.accounts.Scope;
import io.convene.launcher.api.caller.CallerAuthorization;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.RoutePath;
import io.convene.launcher.providers.Providers;
import io.convene.launcher.providers.rollout.RolloutRefusedException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

import java.util.function.Consumer;

/**
 * {@code POST /admin/providers/{id}/promote} and {@code …/rollback}: end the trial of a new
 * version, and answer with the rollouts that are left. 409 when there is nothing to promote or to
 * go back to.
 */
public final class RolloutHandler implements Handler {
    /** The place of the id in the path. */
    private static final int ID = 2;

    private final CallerAuthorization callers;
    private final Providers providers;
    private final Consumer<String> action;

    private RolloutHandler(
            CallerAuthorization callers, Providers providers, Consumer<String> action) {
        this.callers = callers;
        this.providers = providers;
        this.action = action;
    }

    /** Gives all accounts the newest version. */
    public static RolloutHandler promoting(CallerAuthorization callers, Providers providers) {
        return new RolloutHandler(callers, providers, providers::promote);
    }

    /** Gives all accounts the older version. */
    public static RolloutHandler rollingBack(CallerAuthorization callers, Providers providers) {
        return new RolloutHandler(callers, providers, providers::rollBack);
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        callers.require(request, Scope.ADMIN);
        try {
            action.accept(RoutePath.segment(request, ID));
        } catch (RolloutRefusedException e) {
            throw new ApiException(409, String.valueOf(e.getMessage()));
        }
        JsonObjectBuilder out = Json.createObjectBuilder();
        out.add("rollouts", RolloutJson.of(providers.rollouts()));
        ProvidersHandler.send(out.build(), response);
    }
}
