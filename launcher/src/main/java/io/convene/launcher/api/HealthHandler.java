package io.convene.launcher.api;

import io.convene.launcher.http.JsonBuffer;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.List;
import java.util.function.Supplier;

/** {@code GET /health/live} and {@code GET /health/ready}: 200 when well, 503 with the problems. */
final class HealthHandler implements Handler {
    private final Supplier<List<String>> ailments;
    private final Supplier<List<String>> degraded;

    /**
     * A handler.
     *
     * @param ailments the problems that make the answer 503
     * @param degraded the problems that are named and do not change the status
     */
    HealthHandler(Supplier<List<String>> ailments, Supplier<List<String>> degraded) {
        this.ailments = ailments;
        this.degraded = degraded;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        List<String> found = ailments.get();
        JsonBuffer out =
                new JsonBuffer()
                        .ascii("{\"status\":\"")
                        .ascii(found.isEmpty() ? "UP" : "DOWN")
                        .ascii('"');
        list(out, "reasons", found);
        list(out, "degraded", degraded.get());
        out.ascii('}');
        response.status(found.isEmpty() ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
        out.sendTo(response);
    }

    private static void list(JsonBuffer out, String name, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        out.ascii(",\"").ascii(name).ascii("\":[");
        for (int i = 0; i < texts.size(); i++) {
            out.ascii(i == 0 ? "" : ",").string(texts.get(i));
        }
        out.ascii(']');
    }
}
