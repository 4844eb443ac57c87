package io.convene.launcher.api;

import io.convene.launcher.metrics.Family;
import io.helidon.http.Method;
import io.helidon.http.PathMatchers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;

import java.util.function.Function;

/** The paths there are, each for GET and HEAD alone, guarded and counted. */
final class Routes {
    private final HttpRouting.Builder routing;
    private final RequestMetrics metrics;

    Routes(HttpRouting.Builder routing, RequestMetrics metrics) {
        this.routing = routing;
        this.metrics = metrics;
    }

    /** Adds a path, which is counted under its own name. */
    void get(String path, Handler handler) {
        get(path, request -> path, handler);
    }

    /**
     * Adds a path.
     *
     * @param route what a request is counted as, one of a few
     */
    void get(String path, Function<ServerRequest, String> route, Handler handler) {
        routing.route(
                Method.predicate(Method.GET, Method.HEAD),
                PathMatchers.create(path),
                new Guarded(metrics, route, handler));
        routing.any(
                path,
                new Guarded(
                        metrics,
                        route,
                        (request, response) -> {
                            throw new ApiException(
                                            405, "This path takes GET and HEAD only; send a GET.")
                                    .header("Allow", "GET, HEAD");
                        }));
    }

    /** Answers any other path with 404. */
    void andNothingElse() {
        routing.any(
                new Guarded(
                        metrics,
                        Family.OTHER,
                        (request, response) -> {
                            throw new ApiException(
                                    404,
                                    "There is nothing at this path; interviews are at GET /unified/ats/interviews.");
                        }));
    }
}
