package io.convene.launcher.api;

import io.convene.launcher.http.JsonBuffer;
import io.convene.launcher.openapi.Abilities;
import io.convene.launcher.openapi.OpenApi;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import jakarta.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code GET /openapi.json} and {@code GET /openapi-3.0.json}: the description of the endpoint for
 * programs, for everybody. It is made again when an integration comes, goes or changes.
 */
final class OpenApiHandler {
    private final Integrations integrations;
    private final OpenApi openApi;
    private volatile Made made = new Made(List.of(), "", "");

    /** The documents for those integrations. */
    private record Made(List<Abilities> integrations, String current, String older) {}

    OpenApiHandler(Integrations integrations, OpenApi openApi) {
        this.integrations = integrations;
        this.openApi = openApi;
    }

    /** OpenAPI 3.1. */
    void current(ServerRequest request, ServerResponse response) {
        send(response, document().current());
    }

    /** OpenAPI 3.0. */
    void older(ServerRequest request, ServerResponse response) {
        send(response, document().older());
    }

    private Made document() {
        List<Abilities> now = integrations.abilities();
        Made last = made;
        if (!last.current().isEmpty() && last.integrations().equals(now)) {
            return last;
        }
        JsonObject document = openApi.document(now);
        Made next = new Made(now, document.toString(), OpenApi.forOlderTools(document).toString());
        made = next;
        return next;
    }

    private static void send(ServerResponse response, String json) {
        new JsonBuffer().bytes(json.getBytes(StandardCharsets.UTF_8)).sendTo(response);
    }
}
