package io.convene.launcher.api;

import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.List;
import java.util.function.Supplier;

/**
 * {@code GET /health/live} and {@code GET /health/ready}: 200 when well, 503 with what is wrong.
 */
final class HealthHandler implements Handler {
    private final Supplier<List<String>> ailments;

    HealthHandler(Supplier<List<String>> ailments) {
        this.ailments = ailments;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        List<String> found = ailments.get();
        JsonBuffer out =
                new JsonBuffer()
                        .ascii("{\"status\":\"")
                        .ascii(found.isEmpty() ? "UP" : "DOWN")
                        .ascii('"');
        if (!found.isEmpty()) {
            out.ascii(",\"reasons\":[");
            for (int i = 0; i < found.size(); i++) {
                out.ascii(i == 0 ? "" : ",").string(found.get(i));
            }
            out.ascii(']');
        }
        out.ascii('}');
        response.status(found.isEmpty() ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
        out.sendTo(response);
    }
}
