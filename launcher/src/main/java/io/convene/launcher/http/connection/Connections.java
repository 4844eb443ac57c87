package io.convene.launcher.http.connection;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * All connections of callers. The server asks it for each new one; it must be the server's only
 * selector, so that every connection comes here, whatever its first bytes are. Thread-safe.
 */
public final class Connections implements ServerConnectionSelector, AutoCloseable {
    private static final Logger LOG = System.getLogger(Connections.class.getName());
    private static final Duration TICK = Duration.ofMillis(250);

    /** Most requests are answered by then, and cost nothing more. */
    private static final Duration LONG = Duration.ofMillis(400);

    /** Of too many connections, those are closed first that are idle for the longest of these. */
    private static final List<Duration> IDLE =
            List.of(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(1), TICK);

    private final Protocols protocols;
    private final Stopping stopping;
    private final int most;
    private final Set<CallerConnection> open = ConcurrentHashMap.newKeySet();
    private final Thread looking;
    private volatile boolean closed;

    /**
     * How connections are handled once it is known which HTTP they speak.
     *
     * @param http1 makes connections of HTTP/1.1
     * @param http2 makes connections of HTTP/2
     * @param writers wraps each connection's writer
     * @param maxLine the most bytes of an HTTP/1 request line
     * @param maxHeaders the most bytes of an HTTP/1 request's headers
     */
    public record Protocols(
            ServerConnectionSelector http1,
            ServerConnectionSelector http2,
            UnaryOperator<DataWriter> writers,
            int maxLine,
            int maxHeaders) {}

    /**
     * No connections yet. Starts a thread that {@link #close} ends.
     *
     * @param most how many there may be before those without a request are closed
     */
    public Connections(Protocols protocols, Stopping stopping, int most) {
        this.protocols = protocols;
        this.stopping = stopping;
        this.most = most;
        this.looking = Thread.ofPlatform().daemon().name("callers").start(this::watch);
    }

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return Set.of("h2", "http/1.1");
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new CallerConnection(context, this);
    }

    /** Ends the thread that looks after callers. Connections stay as they are. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(looking);
    }

    Stopping stopping() {
        return stopping;
    }

    Set<CallerConnection> open() {
        return open;
    }

    ServerConnectionSelector http1() {
        return protocols.http1();
    }

    ServerConnectionSelector http2() {
        return protocols.http2();
    }

    DataWriter writer(DataWriter writer) {
        return protocols.writers().apply(writer);
    }

    RequestHeads heads(IdleInput input, Caller caller) {
        return new RequestHeads(input, caller, protocols.maxLine(), protocols.maxHeaders());
    }

    void opened(CallerConnection connection) {
        open.add(connection);
    }

    void closed(CallerConnection connection) {
        open.remove(connection);
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(this, TICK.toNanos());
            try {
                open.forEach(connection -> connection.look(LONG.toNanos()));
                IDLE.forEach(this::closeThoseTooMany);
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.log(Level.ERROR, "callers could not be looked after; trying again", e);
            }
        }
    }

    private void closeThoseTooMany(Duration idle) {
        int left = open.size() - most;
        for (Iterator<CallerConnection> all = open.iterator(); left > 0 && all.hasNext(); ) {
            if (all.next().closeIfIdle(idle.toNanos())) {
                left--;
            }
        }
    }
}
