package io.convene.launcher.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/**
 * Closes an HTTP/1.1 connection after an answer if the request or the answer says {@code
 * Connection: close}: the server announces it and still waits for another request.
 *
 * @see <a href="https://github.com/helidon-io/helidon/issues/12324">helidon#12324</a>
 */
final class ConnectionCloseFilter implements Filter {
    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        chain.proceed();
        if (request.prologue().protocolVersion().startsWith("1.")
                && (closes(request.headers()) || closes(response.headers()))) {
            if (!request.content().consumed()) {
                // Closing with unread bytes would reset the connection and lose the answer's end.
                request.content().consume();
            }
            throw new CloseConnectionException("the answer was the last one of its connection");
        }
    }

    private static boolean closes(Headers headers) {
        return headers.contains(HeaderNames.CONNECTION)
                && headers.containsToken(HeaderValues.CONNECTION_CLOSE);
    }
}
