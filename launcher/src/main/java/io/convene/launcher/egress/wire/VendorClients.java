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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The clients that vendors are asked with, and how they reach each of them. Thread-safe. */
final class VendorClients implements AutoCloseable {
    static {
        ClientSettings.apply();
    }

    /**
     * The key of a client.
     *
     * @param number which of the clients for the same way, from 0
     * @param secureHost the one host it asks, when its TLS needs {@link NamedTls}
     */
    private record Way(int number, Optional<HttpProxy> proxy, Optional<String> secureHost) {}

    private final Proxies proxies;
    private final HostAddresses names;
    private final List<HttpClient> direct;
    private final ConcurrentHashMap<Way, HttpClient> others = new ConcurrentHashMap<>();

    VendorClients(WireConfig config) {
        proxies = config.network().proxies();
        names = new HostAddresses(config.network().lookup());
        direct =
                IntStream.range(0, ClientSettings.clients())
                        .mapToObj(it -> client(new Way(it, Optional.empty(), Optional.empty())))
                        .toList();
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
        int number = number(request);
        if (proxy.isEmpty() && !named) {
            return direct.get(number);
        }
        Optional<String> host =
                named ? Optional.of(Authority.host(request.uri())) : Optional.empty();
        return others.computeIfAbsent(new Way(number, proxy, host), this::client);
    }

    /** The same for all calls with the same credentials, so that they share kept connections. */
    private int number(HttpRequest request) {
        if (direct.size() == 1) {
            return 0;
        }
        int host = Authority.host(request.uri()).hashCode();
        int credentials = request.headers().firstValue("Authorization").orElse("").hashCode();
        return Math.floorMod(31 * host + credentials, direct.size());
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
        direct.forEach(VendorClients::close);
    }

    private static void close(HttpClient client) {
        client.shutdownNow();
        client.close();
    }
}
