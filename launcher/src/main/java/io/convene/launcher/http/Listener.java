package io.convene.launcher.http;

import io.convene.launcher.config.ServerConfig;
import io.convene.launcher.config.TlsIdentity;
import io.convene.launcher.http.connection.Connections;
import io.convene.launcher.http.connection.GracefulStop;
import io.convene.launcher.http.connection.SlowCallers;
import io.convene.launcher.http.connection.Stopping;
import io.convene.launcher.metrics.Family;
import io.helidon.common.socket.SocketOptions;
import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.http2.Http2Config;
import io.helidon.webserver.http2.Http2ConnectionSelector;
import io.helidon.webserver.spi.ServerConnectionSelector;

import java.time.Duration;

/**
 * The server that the routes are served by: HTTP/1.1 and HTTP/2, plain or over TLS. Closing stops
 * it gracefully.
 */
public final class Listener implements AutoCloseable {
    /** Long enough for a list of 200 ids in a query. */
    private static final int MAX_PROLOGUE = 16 * 1024;

    /** The same, and the other headers. */
    private static final int MAX_HEADERS = 32 * 1024;

    /** No request needs a body that comes near to this. */
    private static final int MAX_BODY = 64 * 1024;

    /** How many requests one HTTP/2 connection may have under way. */
    private static final int MAX_STREAMS = 256;

    /** A usual answer fits, so that its thread need not wait for the caller to read. */
    private static final int SEND_BUFFER = 256 * 1024;

    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final WebServer server;
    private final Connections connections;
    private final Duration grace;

    private Listener(WebServer server, Connections connections, Duration grace) {
        this.server = server;
        this.connections = connections;
        this.grace = grace;
    }

    /**
     * Starts to listen.
     *
     * @param stopping where the listener reports that the server is being stopped
     * @throws ListenException when the address cannot be listened on
     */
    public static Listener start(
            ServerConfig config,
            HttpRouting.Builder routing,
            RequestMetrics metrics,
            Stopping stopping) {
        ErrorBoundary malformed =
                new ErrorBoundary(
                        metrics,
                        FailureTranslation.none(),
                        Family.OTHER,
                        (request, response) -> {
                            throw new ApiException(
                                    400,
                                    "The request's path is malformed; check its percent-encoding.");
                        });
        SlowCallers slow = new SlowCallers(config.writeTimeout());
        routing.addFeature(slow);
        routing.addFilter(new ConnectionCloseFilter());
        // Outside of handlers, which are guarded, only the path's decoding throws this.
        routing.error(
                IllegalArgumentException.class,
                (request, response, e) -> malformed.handle(request, response));
        if (!config.corsOrigins().isEmpty()) {
            routing.addFilter(new Cors(config.corsOrigins(), metrics));
        }
        ListenException.throwIfUnusable(config);
        Connections connections = connections(config, slow, stopping);
        WebServer server =
                WebServer.builder()
                        .host(config.host())
                        .port(config.port())
                        .update(builder -> config.tls().ifPresent(tls -> builder.tls(tls(tls))))
                        .connectionOptions(Listener::sendAtOnce)
                        .useNio(false)
                        // Bodies are written in big pieces, and Outgoing relies on each being sent.
                        .writeBufferSize(0)
                        .maxPayloadSize(MAX_BODY)
                        .protocolsDiscoverServices(false)
                        .addConnectionSelector(connections)
                        .directHandlers(TransportErrors.handlers(metrics))
                        .shutdownHook(false)
                        // GracefulStop ends all connections before that.
                        .shutdownGracePeriod(config.shutdownGrace().plus(MARGIN))
                        .routing(routing)
                        .build();
        if (!server.start().isRunning()) {
            connections.close();
            throw ListenException.of(config);
        }
        return new Listener(server, connections, config.shutdownGrace());
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    /** Whether it speaks TLS. */
    public boolean secure() {
        return server.hasTls();
    }

    @Override
    public void close() {
        new GracefulStop(server, connections).stop(grace);
    }

    /** Without both, answers of 100 KB wait for the client's delayed acknowledgement: 40 ms. */
    static void sendAtOnce(SocketOptions.Builder options) {
        options.tcpNoDelay(true).socketSendBufferSize(SEND_BUFFER);
    }

    private static Connections connections(
            ServerConfig config, SlowCallers slow, Stopping stopping) {
        return new Connections(
                new Connections.Protocols(
                        http1(),
                        http2(config.writeTimeout()),
                        slow::over,
                        MAX_PROLOGUE,
                        MAX_HEADERS),
                stopping,
                config.maxConnections());
    }

    /**
     * Without an upgrade to HTTP/2, which is obsolete (RFC 9113, section 3.1) and a way around the
     * rules of a proxy in between that does not support it.
     */
    private static ServerConnectionSelector http1() {
        return Http1ConnectionSelector.builder()
                .config(
                        Http1Config.builder()
                                .maxPrologueLength(2 * MAX_PROLOGUE)
                                // A little more, so that an excess is refused by
                                // Connections.
                                .maxHeadersSize(2 * MAX_HEADERS)
                                // Brackets in a query are welcome unencoded; QueryString checks
                                // its content.
                                .validatePrologue(false)
                                .build())
                .build();
    }

    /** Over TLS when client and server agree on it, else for clients that assume it. */
    private static ServerConnectionSelector http2(Duration writeTimeout) {
        return Http2ConnectionSelector.builder()
                .http2Config(
                        Http2Config.builder()
                                .maxHeaderListSize(MAX_HEADERS)
                                .maxConcurrentStreams(MAX_STREAMS)
                                .flowControlTimeout(writeTimeout)
                                // An odd path would end all requests of its connection.
                                .validatePath(false)
                                .build())
                .build();
    }

    private static Tls tls(TlsIdentity tls) {
        return Tls.builder().privateKey(tls.key()).privateKeyCertChain(tls.certificates()).build();
    }
}
