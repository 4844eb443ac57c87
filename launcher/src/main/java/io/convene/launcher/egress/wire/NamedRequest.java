package io.convene.launcher.egress.wire;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * A request to a host whose name {@link URI} takes for none, since it has an underscore. The JDK's
 * client refuses such URLs, so that the request is sent {@link #to} an address.
 */
public final class NamedRequest extends HttpRequest {
    private static final URI PLACEHOLDER = URI.create("http://placeholder.invalid/");
    private static final int SCOPE = '%';

    private final HttpRequest like;
    private final URI uri;

    private NamedRequest(HttpRequest like, URI uri) {
        this.like = like;
        this.uri = uri;
    }

    /** Builds a request to that URL, whatever its host is called. */
    public static HttpRequest build(HttpRequest.Builder builder, URI uri) {
        return uri.getHost() == null
                ? new NamedRequest(builder.uri(PLACEHOLDER).build(), uri)
                : builder.uri(uri).build();
    }

    /** Returns the same request to another URL. */
    public static HttpRequest moved(HttpRequest request, URI uri) {
        HttpRequest from = request instanceof NamedRequest named ? named.like : request;
        return build(newBuilder(from, (name, value) -> true), uri);
    }

    /** Returns the request as the JDK's client sends it, to the host at that address. */
    HttpRequest to(InetAddress address) {
        String numeric = address.getHostAddress();
        int scope = numeric.indexOf(SCOPE);
        String host = scope < 0 ? numeric : numeric.substring(0, scope);
        String authority = uri.getRawAuthority();
        int colon = authority.indexOf(':');
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String url =
                "%s://%s%s%s%s"
                        .formatted(
                                uri.getScheme(),
                                address instanceof Inet6Address ? "[" + host + "]" : host,
                                colon < 0 ? "" : authority.substring(colon),
                                uri.getRawPath(),
                                query);
        return newBuilder(like, (name, value) -> true)
                .uri(URI.create(url))
                .setHeader("Host", authority)
                .build();
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public Optional<BodyPublisher> bodyPublisher() {
        return like.bodyPublisher();
    }

    @Override
    public String method() {
        return like.method();
    }

    @Override
    public Optional<Duration> timeout() {
        return like.timeout();
    }

    @Override
    public boolean expectContinue() {
        return like.expectContinue();
    }

    @Override
    public Optional<Version> version() {
        return like.version();
    }

    @Override
    public HttpHeaders headers() {
        return like.headers();
    }
}
