package io.convene.launcher.http.connection;

import io.helidon.common.socket.HelidonSocket;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * The socket of the connection whose thread is running. The thread of an HTTP/1.1 connection also
 * answers its requests; those of HTTP/2 are answered by threads of their own, which have none here.
 */
public final class ConnectionSocket {
    private static final ThreadLocal<@Nullable HelidonSocket> CURRENT = new ThreadLocal<>();

    private ConnectionSocket() {}

    /** This thread serves a connection over that socket until it ends. */
    static void serve(HelidonSocket socket) {
        CURRENT.set(socket);
    }

    /** The socket of the connection that this thread serves, if it serves one. */
    public static Optional<HelidonSocket> current() {
        return Optional.ofNullable(CURRENT.get());
    }
}
