package io.convene.launcher.http;

import io.convene.launcher.config.ServerConfig;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;

/** The server cannot listen at its address. The message is a sentence for operators. */
public final class ListenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ListenException(String message) {
        super(message, null, false, false);
    }

    /**
     * Tries the address. The server would log a stack trace about one that cannot be used, and
     * return as if it had started.
     *
     * @throws ListenException when the server cannot listen there
     */
    static void throwIfUnusable(ServerConfig server) {
        InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
        if (address.isUnresolved()) {
            throw new ListenException(
                    message(
                            server,
                            "the host name has no address; correct server.host, or override the port with --port"));
        }
        // Bound and not listening, or a caller could connect to it and be reset.
        try (Socket socket = new Socket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException e) {
            throw new ListenException(message(server, cause(e)));
        }
    }

    /** Why the server did not start, which is known only if it cannot listen now either. */
    static ListenException of(ServerConfig server) {
        try {
            throwIfUnusable(server);
        } catch (ListenException e) {
            return e;
        }
        return new ListenException(
                message(server, "the log above says why; choose another port with --port"));
    }

    private static String message(ServerConfig server, String cause) {
        String host = server.host().contains(":") ? "[%s]".formatted(server.host()) : server.host();
        return "Convene cannot listen on %s:%d: %s.".formatted(host, server.port(), cause);
    }

    private static String cause(IOException e) {
        String message = String.valueOf(e.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("in use")) {
            return "another program listens there (address already in use); stop it, or choose another port with --port";
        }
        if (lower.contains("permission")) {
            return "this user may not bind that port (permission denied); choose a port above 1023 with --port";
        }
        if (lower.contains("assign")) {
            return "this machine does not have that address (cannot assign requested address); correct server.host, which --port does not change";
        }
        return message + "; choose another port with --port";
    }
}
