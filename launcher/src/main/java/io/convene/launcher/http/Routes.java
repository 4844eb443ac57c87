package io.convene.launcher.http;

import io.convene.launcher.metrics.Family;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;

/** The paths there are, each for GET and HEAD alone, guarded and counted. */
public final class Routes {
    public static final String INTERVIEWS = "/unified/ats/interviews";
    private static final String NOTHING = "There is nothing at this path; ";

    private final HttpRouting.Builder routing;
    private final RequestMetrics metrics;
    private final FailureTranslation failures;

    /**
     * Routes that are added to a server's.
     *
     * @param metrics counts the requests
     * @param failures translates the handlers' exceptions
     */
    public Routes(
            HttpRouting.Builder routing, RequestMetrics metrics, FailureTranslation failures) {
        this.routing = routing;
        this.metrics = metrics;
        this.failures = failures;
    }

    /** Adds a path, which is counted under its own name. */
    public void get(String path, Handler handler) {
        get(path, path, handler);
    }

    /**
     * Adds a path.
     *
     * @param path the path, as in {@link RoutePath}
     * @param route the label under which a request is counted
     */
    public void get(String path, String route, Handler handler) {
        RoutePath matcher = new RoutePath(path);
        routing.route(
                Method.predicate(Method.GET, Method.HEAD),
                matcher,
                new ErrorBoundary(metrics, failures, route, handler));
        routing.route(
                Method.predicate(),
                matcher,
                new ErrorBoundary(
                        metrics,
                        FailureTranslation.none(),
                        route,
                        (request, response) -> {
                            throw new ApiException(
                                            405, "This path takes GET and HEAD only; send a GET.")
                                    .header("Allow", "GET, HEAD");
                        }));
    }

    /** Answers any other path with 404. */
    public void andNothingElse() {
        routing.any(
                new ErrorBoundary(
                        metrics,
                        FailureTranslation.none(),
                        Family.OTHER,
                        (request, response) -> {
                            throw new ApiException(404, NOTHING + hint(request));
                        }));
    }

    private static String hint(ServerRequest request) {
        if (request.path().absolute().rawPath().startsWith(INTERVIEWS + "/")) {
            return "write a '/' within an interview's id as %2F.";
        }
        return "interviews are at GET " + INTERVIEWS + ".";
    }
}
