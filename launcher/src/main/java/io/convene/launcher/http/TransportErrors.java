package io.convene.launcher.http;

import io.convene.launcher.http.connection.HeadRefusal;
import io.convene.launcher.http.connection.HttpDate;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

import java.util.Arrays;

/**
 * Requests that the server refuses before any handler runs get the same body as every other error.
 */
final class TransportErrors implements DirectHandler {
    private final RequestMetrics metrics;
    private final RefusalLog log = new RefusalLog();

    private TransportErrors(RequestMetrics metrics) {
        this.metrics = metrics;
    }

    /** For every kind of such a refusal. */
    static DirectHandlers handlers(RequestMetrics metrics) {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        TransportErrors errors = new TransportErrors(metrics);
        Arrays.stream(EventType.values()).forEach(type -> handlers.addHandler(type, errors));
        return handlers.build();
    }

    /** The server's own message is left out: it may quote the request or name internals. */
    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType type,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        String sentence =
                request instanceof HeadRefusal refusal
                        ? refusal.sentence()
                        : sentence(status.code());
        metrics.refused(status.code());
        log.refused(status.code(), sentence);
        JsonBuffer body = ErrorBody.of(new ApiException(status.code(), sentence));
        headers.set(HeaderNames.CONTENT_TYPE, "application/json");
        headers.set(RequestId.HEADER, RequestId.of(request.headers()));
        headers.set(HttpDate.now());
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .entity(body.toByteArray())
                .build();
    }

    private static String sentence(int status) {
        return switch (status) {
            case 413 -> "The request's body is too large; GET requests need none.";
            case 414 -> "The request line is too long; send fewer ids at once.";
            case 431 -> "The request's headers are too long; send fewer or shorter ones.";
            case 501 -> "The request's transfer encoding is not known here; send no body.";
            case 505 -> "This version of HTTP is not supported here; use HTTP/1.1 or HTTP/2.";
            case 503 -> "There are too many requests at once; send it again in a moment.";
            default ->
                    status < 500
                            ? "The request is not valid HTTP; check its path and headers."
                            : "Something failed on our side before the request was understood; send it again.";
        };
    }
}
