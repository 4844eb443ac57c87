package io.convene.launcher.egress.wire;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Flow.Subscriber;

/**
 * The body of a request, which also shows when the connection for it is established. The JDK's
 * client asks for the length when it writes the request's head, and that is after the proxy's
 * tunnel and the TLS handshake. Its own {@code connectTimeout} is not used: each kept connection
 * would retain the exchange that opened it, with the credentials and the answer, for its whole
 * life. The client repeats a GET by itself when its connection has ended; the second connection is
 * bounded by the deadline alone.
 *
 * <p>Belongs to one request, which is attempted by one thread at a time.
 */
public final class RequestBody implements BodyPublisher {
    private final BodyPublisher content;

    // Written before connecting, so that who sees that one sees this.
    private long endNanos;
    private volatile boolean connecting;

    public RequestBody(BodyPublisher content) {
        this.content = content;
    }

    /** Returns the body of a request that {@link RequestBody} was set for. */
    static Optional<RequestBody> of(HttpRequest request) {
        return request.bodyPublisher()
                .filter(RequestBody.class::isInstance)
                .map(RequestBody.class::cast);
    }

    /** An attempt begins, whose connection may take that long. */
    void begin(Duration connectTimeout) {
        endNanos = System.nanoTime() + connectTimeout.toNanos();
        connecting = true;
    }

    /** Whether the attempt has no connection, although the time for that is over. */
    boolean isUnconnected() {
        return connecting && System.nanoTime() - endNanos >= 0;
    }

    @Override
    public long contentLength() {
        connecting = false;
        return content.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        content.subscribe(subscriber);
    }
}
