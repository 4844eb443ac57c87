package io.convene.launcher.api;

import io.convene.launcher.accounts.Scope;
import io.convene.launcher.api.caller.CallerAuthorization;
import io.convene.launcher.config.MetricsConfig;
import io.convene.launcher.metrics.Metrics;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** {@code GET /metrics}: the metrics, for Prometheus. For admins, unless it is open. */
final class MetricsHandler implements Handler {
    private final MetricsConfig config;
    private final CallerAuthorization callers;
    private final Metrics metrics;

    MetricsHandler(MetricsConfig config, CallerAuthorization callers, Metrics metrics) {
        this.config = config;
        this.callers = callers;
        this.metrics = metrics;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        if (!config.open()) {
            callers.require(request, Scope.ADMIN);
        }
        response.header(HeaderNames.CONTENT_TYPE, Metrics.CONTENT_TYPE);
        response.send(metrics.text());
    }
}
