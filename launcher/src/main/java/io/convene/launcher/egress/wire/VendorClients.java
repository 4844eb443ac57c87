package io.convene.launcher.egress.wire;

import io.convene.launcher.egress.host.Authority;
import io.convene.launcher.egress.host.HostAddresses;
import io.convene.launcher.egress.host.HttpProxy;
import io.convene.launcher.egress.host.Proxies;
import io.convene.launcher.time.Deadline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The clients that vendors are asked with, and how they reach each of them. Thread-safe. */
final class VendorClients implements AutoCloseable {
    static {
        // Read once by the JDK's client: so that it takes the header Host for a NamedRequest, and
        // credentials for a proxy's tunnel. RequestWriter lets no bundle set either.
        System.setProperty(
                "jdk.httpclient.allowRestrictedHeaders",
                System.getProperty("jdk.httpclient.allowRestrictedHeaders", "host"));
        System.setProperty(
                "jdk.http.auth.tunneling.disabledSchemes",
                System.getProperty("jdk.http.auth.tunneling.disabledSchemes", ""));
    }

    /**
     * The key of a client.
     *
     * @param secureHost the one host it asks, when its TLS needs {@link NamedTls}
     */
    private record Way(Optional<HttpProxy> proxy, Optional<String> secureHost) {}

    private final Proxies proxies;
    private final HostAddresses names;
    private final HttpClient direct;
    private final ConcurrentHashMap<Way, HttpClient> others = new ConcurrentHashMap<>();

    VendorClients(WireConfig config) {
        proxies = config.network().proxies();
        names = new HostAddresses(config.network().lookup());
        direct = client(new Way(Optional.empty(), Optional.empty()));
    }

    private HttpClient client(Way way) {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        // One call per connection: a broken one costs one call, and no tenant waits
                        // for another's.
                        .version(Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        // On the client's one thread, as nothing there waits: measured, a virtual
                        // thread for each piece of work costs a sixth of a request.
                        .executor(Runnable::run);
        way.proxy()
                .map(it -> InetSocketAddress.createUnresolved(it.host(), it.port()))
                .ifPresent(address -> builder.proxy(ProxySelector.of(address)));
        way.secureHost()
                .ifPresent(host ->
                        builder.sslContext(NamedTls.context(host))
                                .sslParameters(NamedTls.parameters(host)));
        return builder.build();
    }

    /** Returns the client for a request. */
    HttpClient client(HttpRequest request) {
        Optional<HttpProxy> proxy = proxy(request.uri());
        boolean named =
                request instanceof NamedRequest
                        && "https".equalsIgnoreCase(request.uri().getScheme());
        if (proxy.isEmpty() && !named) {
            return direct;
        }
        Optional<String> host =
                named ? Optional.of(Authority.host(request.uri())) : Optional.empty();
        return others.computeIfAbsent(new Way(proxy, host), this::client);
    }

    /** Returns the proxy that the URL is asked through, if any. */
    Optional<HttpProxy> proxy(URI url) {
        return proxies.isNone()
                ? Optional.empty()
                : Authority.of(url).flatMap(it -> proxies.proxy(url.getScheme(), it));
    }

    /** Returns the name of that URL's host for messages: its name, with the proxy before it. */
    String name(URI url) {
        String host = Authority.host(url);
        return proxy(url).map(it -> "%s (through the proxy %s)".formatted(host, it)).orElse(host);
    }

    /**
     * Returns the request as the client can send it, once the name of the host or of its proxy is
     * resolved.
     *
     * @throws HostAddresses.UnresolvedInTimeException when the resolver takes longer than the
     *     deadline
     */
    HttpRequest sendable(HttpRequest request, Deadline deadline)
            throws IOException, InterruptedException {
        Optional<HttpProxy> proxy = proxy(request.uri());
        if (proxy.isPresent()) {
            names.address(proxy.get().host(), deadline);
        }
        HttpRequest sendable = request;
        if (request instanceof NamedRequest named) {
            sendable = named.to(address(request.uri(), deadline));
        } else if (proxy.isEmpty()) {
            address(request.uri(), deadline);
        }
        Optional<String> authorization = proxy.flatMap(HttpProxy::authorization);
        if (authorization.isEmpty()) {
            return sendable;
        }
        return HttpRequest.newBuilder(sendable, (name, value) -> true)
                .setHeader("Proxy-Authorization", authorization.get())
                .build();
    }

    private InetAddress address(URI url, Deadline deadline)
            throws IOException, InterruptedException {
        return names.address(Authority.host(url), deadline);
    }

    @Override
    public void close() {
        others.values().forEach(VendorClients::close);
        close(direct);
    }

    private static void close(HttpClient client) {
        client.shutdownNow();
        client.close();
    }
}
