package io.convene.launcher.http.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.convene.launcher.http.connection.LiveRequest.Ending;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * One connection: finds out which HTTP it speaks, lets the server handle it, notices when the
 * caller leaves, and ends when the server stops.
 */
final class CallerConnection implements ServerConnection {
    private static final byte[] HTTP_2 = "PRI * HTTP/2.0\r\n".getBytes(US_ASCII);
    private static final long LINGER_MILLIS = 250;

    private final ConnectionContext context;
    private final Connections connections;
    private final CallerInput received;
    private final long madeNanos = System.nanoTime();
    private volatile @Nullable Open open;

    /** The parts that exist once it is known which HTTP the caller speaks. */
    private record Open(ServerConnection server, Caller caller, @Nullable FrameWriter frames) {}

    // Set by the thread that handles the connection.
    private volatile @Nullable IdleInput input;
    private volatile @Nullable Thread thread;
    private boolean told;

    CallerConnection(ConnectionContext context, Connections connections) {
        this.context = context;
        this.connections = connections;
        this.received = new CallerInput(context);
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        IdleInput waiting = new IdleInput(received);
        thread = Thread.currentThread();
        input = waiting;
        connections.opened(this);
        try {
            if (isHttp2(waiting)) {
                handleHttp2(waiting, limit);
            } else {
                handleHttp1(waiting, limit);
            }
        } finally {
            connections.closed(this);
            Open it = open;
            if (it != null) {
                it.caller().left();
            }
        }
    }

    private void handleHttp1(IdleInput waiting, Limit limit) throws InterruptedException {
        ConnectionSocket.serve(context.serverSocket());
        HeadedWriter writer = new HeadedWriter(connections.writer(context.dataWriter()));
        Caller caller = Caller.ofHttp1(context.remotePeer(), connections.stopping(), writer);
        RequestHeads heads = connections.heads(waiting, caller);
        ServerConnection server =
                connections
                        .http1()
                        .connection(
                                new CallerContext(
                                        context, DataReader.create(heads), writer, caller));
        open = new Open(server, caller, null);
        server.handle(limit);
        if (heads.refused()) {
            // Closing with unread bytes would reset the connection, and the answer with it.
            received.discard(LINGER_MILLIS);
        }
    }

    private void handleHttp2(IdleInput waiting, Limit limit) throws InterruptedException {
        Caller caller = Caller.ofHttp2(context.remotePeer(), connections.stopping());
        FrameWriter frames = new FrameWriter(connections.writer(context.dataWriter()));
        Supplier<byte @Nullable []> resets =
                new ResetFrames(() -> waiting.next(true), caller::left);
        ServerConnection server =
                connections
                        .http2()
                        .connection(
                                new CallerContext(
                                        context, DataReader.create(resets), frames, caller));
        open = new Open(server, caller, frames);
        server.handle(limit);
    }

    /** The protocol agreed on with TLS, else that of the first bytes. */
    private boolean isHttp2(IdleInput waiting) {
        if (context.serverSocket().protocolNegotiated()) {
            return context.serverSocket().protocol().equals("h2");
        }
        byte[] begun = new byte[0];
        while (begun.length < HTTP_2.length) {
            byte[] more = waiting.next(begun.length == 0);
            if (more == null) {
                break;
            }
            int length = begun.length;
            begun = Arrays.copyOf(begun, length + more.length);
            System.arraycopy(more, 0, begun, length, more.length);
            int compared = Math.min(begun.length, HTTP_2.length);
            if (!Arrays.equals(begun, 0, compared, HTTP_2, 0, compared)) {
                break;
            }
        }
        if (begun.length > 0) {
            waiting.unread(begun);
        }
        return begun.length >= HTTP_2.length
                && Arrays.equals(begun, 0, HTTP_2.length, HTTP_2, 0, HTTP_2.length);
    }

    /** Looks whether the caller of a request that takes long is still there. */
    void look(long longNanos) {
        Open it = open;
        if (it == null) {
            return;
        }
        for (LiveRequest request : it.caller().live()) {
            if (request.isLeft()) {
                request.end(Ending.LEFT);
            } else if (!it.caller().isHttp2() && request.ageNanos() > longNanos) {
                received.readAhead(it.caller()::left);
            }
        }
    }

    /** Asks an HTTP/2 caller once to open no other stream. */
    void goAway() {
        Open it = open;
        if (it == null || it.frames() == null || told) {
            return;
        }
        told = true;
        try {
            it.frames().goAway();
        } catch (RuntimeException e) {
            // The connection is broken, so its caller knows.
        }
    }

    /**
     * Closes the connection if it has been without a request at least that long.
     *
     * @return whether it was, or has ended already
     */
    boolean closeIfIdle(long nanos) {
        Open it = open;
        IdleInput waiting = input;
        return waiting != null
                && (it == null || it.caller().isQuiet(nanos))
                && waiting.endIfIdle(nanos);
    }

    /** Ends the requests under way, each with an answer that says why where that can be sent. */
    void endRequests() {
        Open it = open;
        if (it != null) {
            it.caller().live().forEach(request -> request.end(Ending.STOPPED));
        }
    }

    /** Closes the connection, whatever happens on it. */
    void cut() {
        Thread handling = thread;
        if (handling != null) {
            // The JDK closes the socket that a virtual thread reads or writes when interrupted.
            handling.interrupt();
        }
    }

    @Override
    public Duration idleTime() {
        Open it = open;
        return it == null
                ? Duration.ofNanos(System.nanoTime() - madeNanos)
                : it.server().idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        if (interrupt) {
            cut();
        } else if (connections.stopping().isBegun()) {
            // The server has closed its listener. GracefulStop ends the connection.
            connections.stopping().drain();
        } else {
            closeIfIdle(0);
        }
    }
}
