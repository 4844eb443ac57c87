package io.convene.sandbox;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** The HTTP server that all simulated vendors share. */
final class SandboxServer implements AutoCloseable {
    private final WebServer server;
    private final String host;
    private final int port;

    /**
     * A server that does not listen yet.
     *
     * @param port 0 for any free one
     * @param door who answers its requests
     */
    SandboxServer(String host, int port, RequestRouter door) {
        this.host = host;
        this.port = port;
        this.server =
                WebServer.builder()
                        .host(host)
                        .port(port)
                        .shutdownHook(false)
                        .shutdownGracePeriod(Duration.ofSeconds(1))
                        // Without it answers of some size wait for the other side's
                        // acknowledgement.
                        .connectionOptions(options -> options.tcpNoDelay(true))
                        // Blocking sockets are faster under virtual threads.
                        .useNio(false)
                        .addProtocol(Http1Config.builder().maxPrologueLength(65_536).build())
                        .routing(routing -> routing.any(door::handle))
                        .build();
    }

    /**
     * Starts to listen.
     *
     * @throws IllegalStateException when the address cannot be listened on; the message names the
     *     address and the cause
     */
    void start() {
        // The server would log a stack trace about an address that it cannot use, and return as if
        // it had started.
        // Bound and not listening, or a caller could connect to it and be reset.
        try (Socket socket = new Socket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new IllegalStateException(notListening(String.valueOf(e.getMessage())), e);
        }
        server.start();
        if (!server.isRunning()) {
            throw new IllegalStateException(notListening("the log says why"));
        }
    }

    /** The port it listens on, once started. */
    int port() {
        return server.port();
    }

    /** The URL of the path {@code /}, without the slash. */
    String root() {
        return "http://%s:%d".formatted(host, port());
    }

    @Override
    public void close() {
        server.stop();
    }

    private String notListening(String cause) {
        return "the stand-ins cannot listen on %s:%d (%s)".formatted(host, port, cause);
    }
}
