package io.convene.launcher.egress.host;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A proxy that takes requests for others: absolute URLs for http, {@code CONNECT} for https.
 *
 * @param host its name or address
 * @param port its port
 * @param authorization the value of {@code Proxy-Authorization}, a secret
 */
public record HttpProxy(String host, int port, Optional<String> authorization) {
    private static final int DEFAULT_PORT = 80;
    private static final int MOST_PORT = 65_535;

    /**
     * Reads {@code [http://][user[:password]@]host[:port][/]}, with the user and the password
     * percent-encoded. Without a port it is 80.
     *
     * @return nothing when the text is something else
     */
    static Optional<HttpProxy> parse(String text) {
        URI url;
        try {
            url = new URI(text.contains("://") ? text : "http://" + text);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        boolean bare = url.getRawPath().isEmpty() || url.getRawPath().equals("/");
        boolean readable =
                "http".equals(url.getScheme().toLowerCase(Locale.ROOT))
                        && url.getHost() != null
                        && bare
                        && url.getRawQuery() == null
                        && url.getRawFragment() == null
                        && url.getPort() <= MOST_PORT
                        && url.getPort() != 0;
        if (!readable) {
            return Optional.empty();
        }
        int port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
        return Optional.of(
                new HttpProxy(
                        url.getHost(),
                        port,
                        Optional.ofNullable(url.getRawUserInfo()).map(HttpProxy::basic)));
    }

    private static String basic(String userInfo) {
        String pair = userInfo.contains(":") ? userInfo : userInfo + ":";
        // A plus sign is itself here, unlike in a form.
        String decoded = URLDecoder.decode(pair.replace("+", "%2B"), StandardCharsets.UTF_8);
        return "Basic "
                + Base64.getEncoder().encodeToString(decoded.getBytes(StandardCharsets.UTF_8));
    }

    /** Its host and port. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
