package io.convene.launcher.egress.wire;

import io.convene.launcher.time.Deadline;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpRequest;
import java.util.Optional;

/**
 * Sends requests whose answers' bodies may still be arriving when they are passed on. Belongs to
 * one request of a caller; of its answers the last one alone is open.
 */
public final class ArrivingExchange implements Exchange {
    private final Transport transport;
    private final int ahead;
    private volatile @Nullable ArrivingBody last;

    /**
     * An exchange over these connections.
     *
     * @param ahead how many bytes are read before an answer is passed on
     */
    public ArrivingExchange(Transport transport, int ahead) {
        this.transport = transport;
        this.ahead = ahead;
    }

    @Override
    public CallResult exchange(HttpRequest request, Deadline deadline, CallLog log) {
        close();
        return transport.exchange(request, deadline, log, this::body);
    }

    /** The body of the last answer, if one came. */
    public Optional<ArrivingBody> last() {
        return Optional.ofNullable(last);
    }

    /** Gives up the answer that is still arriving. */
    public void close() {
        last().ifPresent(ArrivingBody::close);
    }

    private ArrivingBody body(int limit) {
        ArrivingBody body = new ArrivingBody(Math.min(ahead, limit), limit);
        last = body;
        return body;
    }
}
