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
    /**
     * A longer time between two looks is that of this process: it had no processor or collected.
     */
    private static final long LONGEST_STEP = Duration.ofMillis(100).toNanos();

    private final BodyPublisher content;

    // Written before connecting, so that who sees that one sees these; then by the one who looks.
    private long lookedNanos;
    private long leftNanos;
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
        lookedNanos = System.nanoTime();
        leftNanos = connectTimeout.toNanos();
        connecting = true;
    }

    /**
     * Whether the attempt has no connection, although the time for that is over. To be asked often
     * and by one thread: time in which nobody could ask is not the vendor's.
     */
    boolean isUnconnected() {
        if (!connecting) {
            return false;
        }
        long now = System.nanoTime();
        leftNanos -= Math.min(now - lookedNanos, LONGEST_STEP);
        lookedNanos = now;
        return leftNanos <= 0;
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
