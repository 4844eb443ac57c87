package io.convene.launcher.http;

import io.convene.launcher.config.Origin;
import io.convene.launcher.metrics.Family;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerResponse;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets scripts of configured origins read answers (<a
 * href="https://fetch.spec.whatwg.org/#http-cors-protocol">the CORS protocol</a>). A script of any
 * other origin is stopped by its browser, not here: the endpoint trusts tokens only, never cookies.
 */
public final class Cors implements Filter {
    private static final String ANY = "*";
    private static final Header VARY = HeaderValues.create(HeaderNames.VARY, "Origin");
    private static final Header ANY_ORIGIN =
            HeaderValues.create(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
    private static final Header METHODS =
            HeaderValues.create(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD");
    private static final Header REQUEST_HEADERS =
            HeaderValues.create(
                    HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
                    "Authorization, Accept, Content-Type, " + ConveneHeaders.REQUEST_ID);
    private static final Header AN_HOUR =
            HeaderValues.create(HeaderNames.ACCESS_CONTROL_MAX_AGE, "3600");

    /** The headers of answers that scripts may read in addition to those that every script may. */
    public static final List<String> EXPOSED =
            Stream.concat(
                            ConveneHeaders.ofAnswers().stream(),
                            Stream.of(
                                    "ratelimit-limit",
                                    "ratelimit-remaining",
                                    "ratelimit-reset",
                                    "Retry-After",
                                    "Allow",
                                    "WWW-Authenticate"))
                    .toList();

    private static final Header RESPONSE_HEADERS =
            HeaderValues.create(
                    HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, String.join(", ", EXPOSED));

    private final Set<String> origins;
    private final RequestMetrics metrics;

    /**
     * A filter for those origins.
     *
     * @param origins origins as {@link Origin} writes them, or {@code *} for all
     * @param metrics where preflights are counted, which reach no route
     */
    Cors(Set<String> origins, RequestMetrics metrics) {
        this.origins = Set.copyOf(origins);
        this.metrics = metrics;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        boolean allowed = allow(request, response);
        if (isPreflight(request)) {
            new ErrorBoundary(
                            metrics,
                            FailureTranslation.none(),
                            Family.OTHER,
                            (asked, answer) -> answerPreflight(answer, allowed))
                    .handle(request, response);
            return;
        }
        if (allowed) {
            response.header(RESPONSE_HEADERS);
        }
        chain.proceed();
    }

    private static void answerPreflight(ServerResponse response, boolean allowed) {
        if (allowed) {
            response.header(METHODS).header(REQUEST_HEADERS).header(AN_HOUR);
        }
        response.status(Status.NO_CONTENT_204).send();
    }

    private boolean allow(RoutingRequest request, RoutingResponse response) {
        boolean any = origins.contains(ANY);
        if (!any) {
            // On every answer, or a cache would give one origin an answer meant for another.
            response.headers().add(VARY);
        }
        return request.headers()
                .first(HeaderNames.ORIGIN)
                .filter(origin ->
                        any || Origin.canonical(origin).filter(origins::contains).isPresent())
                .map(origin ->
                        any
                                ? ANY_ORIGIN
                                : HeaderValues.create(
                                        HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin))
                .map(response::header)
                .isPresent();
    }

    private static boolean isPreflight(RoutingRequest request) {
        return request.prologue().method().equals(Method.OPTIONS)
                && request.headers().contains(HeaderNames.ORIGIN)
                && request.headers().contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
