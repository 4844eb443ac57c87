package io.convene.launcher.egress.wire;

import io.convene.core.spi.VendorException;
import io.convene.launcher.egress.host.Authority;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A GET may be sent on within its scheme, host and port; nothing else may: a redirect carries
 * credentials along.
 */
public final class Redirects {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    /** Where the answer sends the request on to, if it does. */
    public static Optional<URI> target(HttpRequest request, HttpResponse<?> answer) {
        Optional<String> location =
                STATUSES.contains(answer.statusCode())
                        ? answer.headers().firstValue("Location")
                        : Optional.empty();
        if (location.isEmpty()) {
            return Optional.empty();
        }
        URI from = request.uri();
        URI to = resolve(from, location.get());
        if (!origin(from).equals(origin(to))
                || Authority.of(to).filter(Authority::userInfo).isPresent()) {
            String host = Authority.of(to).isEmpty() ? "elsewhere" : "to " + origin(to);
            throw refused(from, "redirects " + host + ", which is not followed");
        }
        if (!request.method().equals("GET")) {
            throw refused(from, "redirects a " + request.method() + ", which is not followed");
        }
        return Optional.of(to);
    }

    public static VendorException refused(URI from, String what) {
        return new VendorException(
                VendorException.Kind.UNUSABLE_ANSWER,
                origin(from) + " " + what + ": check the account's settings that hold URLs.");
    }

    private static URI resolve(URI from, String location) {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw refused(from, "redirects to something that is no URL");
        }
    }

    private static String origin(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        String host = Authority.host(url).toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        int port = Authority.of(url).map(it -> it.portOr(standard)).orElse(standard);
        return scheme + "://" + host + (port == standard ? "" : ":" + port);
    }
}
