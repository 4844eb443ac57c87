package io.convene.launcher.http.connection;

import io.convene.launcher.http.connection.LiveRequest.Ending;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.http.ServerRequest;

import org.jspecify.annotations.Nullable;

import java.net.SocketAddress;
import java.security.Principal;
import java.security.cert.Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The peer of one connection: its details for requests, and which of them are being answered.
 * Thread-safe.
 */
public final class Caller implements PeerInfo {
    private final PeerInfo peer;
    private final Stopping stopping;
    private final boolean http2;
    private final Set<LiveRequest> live = ConcurrentHashMap.newKeySet();
    private final @Nullable HeadedWriter writer;
    private volatile boolean chunks = true;
    private volatile boolean gone;
    private volatile long endedNanos = System.nanoTime();

    private Caller(PeerInfo peer, Stopping stopping, @Nullable HeadedWriter writer) {
        this.peer = peer;
        this.stopping = stopping;
        this.http2 = writer == null;
        this.writer = writer;
    }

    /** The peer of a connection of HTTP/1, whose answers leave by that writer. */
    static Caller ofHttp1(PeerInfo peer, Stopping stopping, HeadedWriter writer) {
        return new Caller(peer, stopping, writer);
    }

    /** The peer of a connection of HTTP/2. */
    static Caller ofHttp2(PeerInfo peer, Stopping stopping) {
        return new Caller(peer, stopping, null);
    }

    /**
     * The caller of a request.
     *
     * @throws IllegalStateException when the request came over a connection that is not ours
     */
    public static Caller of(ServerRequest request) {
        if (request.remotePeer() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("the request's connection was not made by Connections");
    }

    /** Begins a request on the calling thread; it must be closed when it was answered. */
    public static LiveRequest begin(ServerRequest request) {
        Caller caller = of(request);
        LiveRequest begun = new LiveRequest(caller, request.id());
        caller.live.add(begun);
        caller.stopping.requested();
        if (caller.gone) {
            begun.end(Ending.LEFT);
        }
        return begun;
    }

    /** Whether a body of unknown length may be sent in chunks, which HTTP/1.0 does not have. */
    public boolean takesChunks() {
        return chunks;
    }

    /** The writer of head and body at once, which HTTP/2 does not have. */
    public Optional<HeadedWriter> headedWriter() {
        return Optional.ofNullable(writer);
    }

    /** Whether an answer must announce that its connection will be closed. */
    public boolean mustClose() {
        return !http2 && stopping.isDraining();
    }

    boolean isHttp2() {
        return http2;
    }

    void takesChunks(boolean value) {
        chunks = value;
    }

    Set<LiveRequest> live() {
        return live;
    }

    void ended(LiveRequest request) {
        live.remove(request);
        endedNanos = System.nanoTime();
    }

    /** Whether no request is being answered, and none was for at least that long. */
    boolean isQuiet(long nanos) {
        return live.isEmpty() && System.nanoTime() - endedNanos >= nanos;
    }

    /** The connection is closed from the other side. */
    void left() {
        gone = true;
        live.forEach(request -> request.end(Ending.LEFT));
    }

    /** A stream of the connection was reset by the other side. */
    void left(int stream) {
        live.forEach(request -> {
            if (request.stream() == stream) {
                request.end(Ending.LEFT);
            }
        });
    }

    @Override
    public SocketAddress address() {
        return peer.address();
    }

    @Override
    public String host() {
        return peer.host();
    }

    @Override
    public int port() {
        return peer.port();
    }

    @Override
    public Optional<Principal> tlsPrincipal() {
        return peer.tlsPrincipal();
    }

    @Override
    public Optional<Certificate[]> tlsCertificates() {
        return peer.tlsCertificates();
    }
}
