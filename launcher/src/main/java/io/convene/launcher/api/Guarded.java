package io.convene.launcher.api;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Gives every request its id, and turns what a handler throws into the documented error body. */
final class Guarded implements Handler {
    private static final Logger LOG = System.getLogger(Guarded.class.getName());
    private static final HeaderName REQUEST_ID = HeaderNames.create("Convene-Request-Id");
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Handler handler;

    Guarded(Handler handler) {
        this.handler = handler;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        String id =
                request.headers()
                        .first(REQUEST_ID)
                        .filter(sent -> SANE.matcher(sent).matches())
                        .orElseGet(() -> UUID.randomUUID().toString());
        response.header(REQUEST_ID.defaultCase(), id);
        try {
            handler.handle(request, response);
        } catch (ApiException e) {
            LOG.log(Level.DEBUG, () -> id + " " + e.status() + " " + e.sentence());
            ErrorBody.send(response, e);
        } catch (UncheckedIOException e) {
            // The caller has gone; there is nobody left to tell.
            throw e;
        } catch (Exception e) {
            LOG.log(Level.ERROR, () -> "request " + id + " failed", e);
            ErrorBody.send(response, internal(id));
        } catch (LinkageError | StackOverflowError e) {
            LOG.log(Level.ERROR, () -> "request " + id + " failed", e);
            ErrorBody.send(response, internal(id));
        }
    }

    private static ApiException internal(String id) {
        return new ApiException(
                500,
                "Something failed on our side; if it happens again, report it with the request id "
                        + id
                        + ".");
    }

    /** The token in {@code Authorization: Bearer}, if there is one. */
    static Optional<String> bearer(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }
}
