package io.convene.launcher.http;

import io.helidon.common.uri.UriPath;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;
import io.helidon.webserver.http.ServerRequest;

import java.util.List;
import java.util.Optional;

/**
 * The path of a route, such as {@code /unified/ats/interviews/{id}}, where a segment in braces is
 * any but {@code meta}, which is reserved. It replaces the server's own matching, which drops empty
 * segments and semicolons and decodes before it cuts: the meaning of such a path would differ
 * between the choice of the route and the reading of an id.
 *
 * <p>A slash at the end is ignored, except after a segment in braces: it may be a part of an id
 * that was not encoded.
 */
public final class RoutePath implements PathMatcher {
    private static final PathMatcher ANY = PathMatchers.any();
    private static final String RESERVED = "meta";

    private final String pattern;
    private final List<String> segments;

    RoutePath(String pattern) {
        this.pattern = pattern;
        this.segments = RequestPath.of(pattern).orElseThrow().segments();
    }

    /**
     * One segment of a request's path, decoded.
     *
     * @param request a request that such a path was found for
     */
    public static String segment(ServerRequest request, int index) {
        return RequestPath.of(request.path().absolute().rawPath())
                .orElseThrow()
                .segments()
                .get(index);
    }

    /**
     * Whether the route is meant.
     *
     * @throws IllegalArgumentException when the path is malformed
     */
    @Override
    public PathMatchers.MatchResult match(UriPath uriPath) {
        String raw = uriPath.rawPath();
        boolean accepted =
                raw.equals(pattern) || RequestPath.of(raw).filter(this::isMeantBy).isPresent();
        return accepted ? ANY.match(uriPath) : PathMatchers.MatchResult.notAccepted();
    }

    @Override
    public PathMatchers.PrefixMatchResult prefixMatch(UriPath uriPath) {
        throw new UnsupportedOperationException("a route is a whole path");
    }

    @Override
    public Optional<String> matchingElement() {
        return Optional.of(pattern);
    }

    @Override
    public String toString() {
        return pattern;
    }

    private boolean isMeantBy(RequestPath path) {
        if (path.segments().size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            String expected = segments.get(i);
            String actual = path.segments().get(i);
            boolean matches = isAny(expected) ? !actual.equals(RESERVED) : expected.equals(actual);
            if (!matches) {
                return false;
            }
        }
        return !path.endsInSlash() || !isAny(segments.getLast());
    }

    private static boolean isAny(String segment) {
        return segment.startsWith("{");
    }
}
