package io.convene.launcher.http;

import io.convene.core.Item;
import io.convene.core.JsonException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The body of an error: {@code {"statusCode","error","message"}} and the details of a vendor's
 * error.
 */
public final class ErrorBody {
    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(400, "Bad Request"),
                    Map.entry(401, "Unauthorized"),
                    Map.entry(403, "Forbidden"),
                    Map.entry(404, "Not Found"),
                    Map.entry(405, "Method Not Allowed"),
                    Map.entry(409, "Conflict"),
                    Map.entry(413, "Content Too Large"),
                    Map.entry(414, "URI Too Long"),
                    Map.entry(422, "Unprocessable Content"),
                    Map.entry(429, "Too Many Requests"),
                    Map.entry(431, "Request Header Fields Too Large"),
                    Map.entry(500, "Internal Server Error"),
                    Map.entry(501, "Not Implemented"),
                    Map.entry(502, "Bad Gateway"),
                    Map.entry(503, "Service Unavailable"),
                    Map.entry(504, "Gateway Timeout"),
                    Map.entry(505, "HTTP Version Not Supported"));

    private ErrorBody() {}

    public static void send(ServerResponse response, ApiException error) {
        response.status(Status.create(error.status()));
        error.headers().forEach(response::header);
        of(error).sendTo(response);
    }

    public static JsonBuffer of(ApiException error) {
        JsonBuffer out =
                new JsonBuffer()
                        .ascii("{\"statusCode\":")
                        .ascii(Integer.toString(error.status()))
                        .ascii(",\"error\":")
                        .string(
                                NAMES.getOrDefault(
                                        error.status(),
                                        error.status() < 500 ? "Bad Request" : "Bad Gateway"))
                        .ascii(",\"message\":")
                        .string(error.sentence());
        error.remote()
                .ifPresent(remote -> {
                    out.ascii(",\"truto_is_remote_error\":true,\"raw_response\":");
                    raw(out, remote.body());
                });
        error.insight()
                .ifPresent(insight -> {
                    insight.writeTo(out.ascii(",\"truto_error_insight\":{"));
                    out.ascii('}');
                });
        return out.ascii('}');
    }

    private static void raw(JsonBuffer out, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            Item json = Item.parse(bytes);
            out.span(bytes, json.start(), json.end());
        } catch (JsonException e) {
            out.string(body);
        }
    }
}
