package io.convene.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ServerSocketFactory;

/**
 * A vendor's server on a free port of loopback, down to the bytes: it may answer slowly, break off
 * or keep silent. It keeps every request. Thread-safe: each connection has a thread of its own.
 *
 * {@snippet :
 * try (WireServer vendor = WireServer.start((request, wire) -> wire.reply(200, "{}"))) {
 *     ask(vendor.url() + "/users");
 *     assertThat(vendor.received("/users")).hasSize(1);
 * }
 * }
 *
 * @since 1.0.0
 */
public final class WireServer implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final ServerSocket listener;
    private final Handler handler;
    private final List<WireRequest> received = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** Answers the requests of a {@link WireServer}. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Answers one request. Called by many threads at once, in order for each connection.
         *
         * @param request the request
         * @param wire the connection, which takes another request unless it is broken off
         * @throws Exception when there is no answer; the connection is closed
         */
        void answer(WireRequest request, WireConnection wire) throws Exception;
    }

    private WireServer(Handler handler, ServerSocketFactory sockets) throws IOException {
        this.listener = sockets.createServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
        this.handler = handler;
    }

    /**
     * Starts a server of plain HTTP.
     *
     * @param handler who answers
     * @return the server, which listens until it is closed
     * @throws IOException when no port can be listened on
     */
    public static WireServer start(Handler handler) throws IOException {
        return start(handler, ServerSocketFactory.getDefault());
    }

    /**
     * Starts a server with other sockets, such as those of TLS.
     *
     * @param handler who answers
     * @param sockets the factory of the listening socket
     * @return the server, which listens until it is closed
     * @throws IOException when no port can be listened on
     */
    public static WireServer start(Handler handler, ServerSocketFactory sockets)
            throws IOException {
        WireServer server = new WireServer(handler, sockets);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    /**
     * The URL of the server, without a slash at its end, such as {@code http://127.0.0.1:40123}.
     */
    public String url() {
        return "http://" + host();
    }

    /** The address and port, such as {@code 127.0.0.1:40123}. */
    public String host() {
        return "127.0.0.1:" + port();
    }

    /** The port it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    /** A copy of all requests so far, in the order in which they came. */
    public List<WireRequest> received() {
        return List.copyOf(received);
    }

    /** A copy of the requests so far whose path is exactly that. */
    public List<WireRequest> received(String path) {
        return received.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** How many connections were accepted so far. */
    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                int number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket, number));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, int connection) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (!socket.isClosed()) {
                WireRequest request = WireRequest.read(in, connection);
                received.add(request);
                handler.answer(request, new WireConnection(socket));
            }
        } catch (Exception e) {
            // The connection is over: tests look at the client's result.
            sockets.remove(socket);
        }
    }

    /** Stops listening and closes every connection. */
    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
