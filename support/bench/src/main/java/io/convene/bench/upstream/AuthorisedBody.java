package io.convene.bench.upstream;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the bodies of requests to the stand-ins of Ashby. */
final class AuthorisedBody {
    private AuthorisedBody() {}

    /**
     * The body of a request with the right key. The type of its answer is set then; any other
     * request is answered with 401.
     */
    static Optional<String> of(ServerRequest request, ServerResponse response) {
        String body = new String(request.content().as(byte[].class), StandardCharsets.UTF_8);
        String authorization = request.headers().value(HeaderNames.AUTHORIZATION).orElse("");
        if (!authorization.equals(Credentials.ASHBY)) {
            response.status(Status.UNAUTHORIZED_401).send();
            return Optional.empty();
        }
        response.headers().set(HeaderValues.CONTENT_TYPE_JSON);
        return Optional.of(body);
    }
}
