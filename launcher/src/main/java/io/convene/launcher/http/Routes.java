package io.convene.launcher.http;

import io.convene.launcher.metrics.Family;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;

import java.util.function.Predicate;

/**
 * The paths there are, guarded and counted: those that read for GET and HEAD, those that change for
 * POST.
 */
public final class Routes {
    public static final String INTERVIEWS = "/unified/ats/interviews";
    private static final String NOTHING = "There is nothing at this path; ";

    private static final Methods READING =
            new Methods(
                    Method.predicate(Method.GET, Method.HEAD),
                    "GET, HEAD",
                    "This path takes GET and HEAD only; send a GET.");
    private static final Methods CHANGING =
            new Methods(
                    Method.predicate(Method.POST),
                    "POST",
                    "This path takes POST only; send a POST.");

    private record Methods(Predicate<Method> predicate, String allowed, String refusal) {}

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

    /** Adds a path for GET and HEAD, which is counted under its own name. */
    public void get(String path, Handler handler) {
        get(path, path, handler);
    }

    /**
     * Adds a path for GET and HEAD.
     *
     * @param path the path, as in {@link RoutePath}
     * @param route the label under which a request is counted
     */
    public void get(String path, String route, Handler handler) {
        add(READING, path, route, handler);
    }

    /** Adds a path for POST, which is counted under its own name. */
    public void post(String path, Handler handler) {
        add(CHANGING, path, path, handler);
    }

    private void add(Methods methods, String path, String route, Handler handler) {
        RoutePath matcher = new RoutePath(path);
        routing.route(
                methods.predicate(), matcher, new ErrorBoundary(metrics, failures, route, handler));
        routing.route(
                Method.predicate(),
                matcher,
                new ErrorBoundary(
                        metrics,
                        FailureTranslation.none(),
                        route,
                        (request, response) -> {
                            throw new ApiException(405, methods.refusal())
                                    .header("Allow", methods.allowed());
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
