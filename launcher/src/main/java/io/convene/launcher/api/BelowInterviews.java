package io.convene.launcher.api;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * What lies below the list: one interview by its id, which may hold encoded slashes, and what an
 * integration can do.
 */
final class BelowInterviews implements Handler {
    static final String PATH = "/unified/ats/interviews/";
    private static final String META = "meta/list";

    /** Where both routes of the kind lie, for an account and for an integration. */
    private static final String META_ROUTE = PATH + META;

    private static final String ONE_ROUTE = PATH + "{id}";

    private final InterviewHandler interview;
    private final MetaHandler meta;

    BelowInterviews(InterviewHandler interview, MetaHandler meta) {
        this.interview = interview;
        this.meta = meta;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String rest = request.path().absolute().rawPath().substring(PATH.length());
        if (rest.equals(META)) {
            meta.ofAccount(request, response);
        } else if (rest.endsWith("/" + META)) {
            meta.ofIntegration(
                    request,
                    response,
                    decode(rest.substring(0, rest.length() - META.length() - 1)));
        } else {
            interview.handle(request, response, decode(rest));
        }
    }

    /** Under which route a request is counted. */
    static String route(ServerRequest request) {
        return request.path().absolute().rawPath().endsWith("/" + META) ? META_ROUTE : ONE_ROUTE;
    }

    private static String decode(String encoded) {
        try {
            // A plus is a plus in a path.
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiException(
                    400,
                    "The path has a '%' that no two hexadecimal digits follow; write a plain '%' as %25.");
        }
    }
}
