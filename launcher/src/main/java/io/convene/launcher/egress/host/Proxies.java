package io.convene.launcher.egress.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that the environment names: {@code HTTPS_PROXY} or {@code https_proxy} for https,
 * {@code http_proxy} for http, except for hosts in {@code NO_PROXY} or {@code no_proxy} and for
 * loopback. Lower case wins. Upper-case {@code HTTP_PROXY} is not read, as in other programs: where
 * a server runs as CGI a caller can set it. Immutable.
 */
public final class Proxies {
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final List<String> FOR_HTTPS = List.of("https_proxy", "HTTPS_PROXY");
    private static final List<String> FOR_HTTP = List.of("http_proxy");
    private static final List<String> EXCEPT = List.of("no_proxy", "NO_PROXY");

    private final Optional<HttpProxy> https;
    private final Optional<HttpProxy> http;
    private final NoProxy except;

    private Proxies(Optional<HttpProxy> https, Optional<HttpProxy> http, NoProxy except) {
        this.https = https;
        this.http = http;
        this.except = except;
    }

    /** No proxy for any host. */
    public static Proxies none() {
        return of(Map.of());
    }

    /** The proxies of these environment variables; a value that {@link #problems} tells is none. */
    public static Proxies of(Map<String, String> environment) {
        return new Proxies(
                value(FOR_HTTPS, environment).flatMap(HttpProxy::parse),
                value(FOR_HTTP, environment).flatMap(HttpProxy::parse),
                NoProxy.parse(value(EXCEPT, environment).orElse("")));
    }

    /** Returns the names of the variables whose value is not the URL of an HTTP proxy. */
    public static List<String> problems(Map<String, String> environment) {
        List<String> names = new ArrayList<>();
        for (List<String> variables : List.of(FOR_HTTPS, FOR_HTTP)) {
            Optional<String> name = name(variables, environment);
            Optional<HttpProxy> proxy = value(variables, environment).flatMap(HttpProxy::parse);
            if (name.isPresent() && proxy.isEmpty()) {
                names.add(name.get());
            }
        }
        return names;
    }

    /** Whether every host is reached without a proxy. */
    public boolean isNone() {
        return https.isEmpty() && http.isEmpty();
    }

    /** Returns the proxy that a URL of that scheme is asked through, if any. */
    public Optional<HttpProxy> proxy(String scheme, Authority authority) {
        boolean secure = scheme.equalsIgnoreCase("https");
        int port = authority.portOr(secure ? HTTPS_PORT : HTTP_PORT);
        return (secure ? https : http).filter(it -> !except.includes(authority.host(), port));
    }

    private static Optional<String> name(List<String> names, Map<String, String> environment) {
        return names.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst();
    }

    private static Optional<String> value(List<String> names, Map<String, String> environment) {
        return name(names, environment).map(name -> environment.getOrDefault(name, "").strip());
    }
}
