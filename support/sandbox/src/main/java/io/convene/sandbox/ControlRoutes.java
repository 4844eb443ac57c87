package io.convene.sandbox;

import io.convene.sandbox.wire.Bodies;
import io.convene.sandbox.wire.IncomingCall;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.JsonObject;
import io.convene.sandbox.wire.Reply;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /control/faults} (POST one, GET those to come, DELETE all) and {@code /control/calls} (GET
 * a count).
 */
final class ControlRoutes {

    private static final Set<String> MEMBERS =
            Set.of(
                    "integration",
                    "kind",
                    "count",
                    "skip",
                    "path",
                    "retry_after",
                    "delay_ms",
                    "size");

    private final FaultQueue faults;
    private final RecentCalls log;

    ControlRoutes(FaultQueue faults, RecentCalls log) {
        this.faults = faults;
        this.log = log;
    }

    Reply answer(IncomingCall call) {
        try {
            return switch (call.method() + " " + call.path()) {
                case "POST /faults" -> {
                    faults.add(fault(call));
                    yield pending(201);
                }
                case "GET /faults" -> pending(200);
                case "DELETE /faults" -> {
                    faults.clear();
                    yield pending(200);
                }
                case "GET /calls" -> calls(call);
                default ->
                        Reply.json(
                                404,
                                Json.object()
                                        .put(
                                                "message",
                                                "There are /control/faults and /control/calls"));
            };
        } catch (IllegalArgumentException e) {
            return Reply.json(400, Json.object().put("message", e.getMessage()));
        }
    }

    private Reply calls(IncomingCall call) {
        String integration = call.query().first("integration").orElse("");
        String path = call.query().first("path").orElse("");
        return Reply.json(200, Json.object().put("count", log.count(integration, path)));
    }

    private Reply pending(int status) {
        return Reply.json(
                status,
                Json.object()
                        .put(
                                "faults",
                                faults.pending().stream().map(ControlRoutes::json).toList()));
    }

    private static JsonObject json(Fault fault) {
        return Json.object()
                .put("integration", fault.integration())
                .put("kind", fault.kind().text())
                .put("count", fault.count())
                .put("skip", fault.skip())
                .put("path", fault.path());
    }

    private static Fault fault(IncomingCall call) {
        jakarta.json.JsonObject body =
                Bodies.object(call)
                        .orElseThrow(() ->
                                new IllegalArgumentException("The body must be a JSON object"));
        body.keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "\"" + name + "\" is unknown; there are " + MEMBERS);
                });
        Fault fault =
                Fault.of(text(body, "integration"), Fault.Effect.of(text(body, "kind")))
                        .times((int) number(body, "count", 1))
                        .after((int) number(body, "skip", 0))
                        .on(body.getString("path", ""))
                        .delay(Duration.ofMillis(number(body, "delay_ms", 2_000)))
                        .size(number(body, "size", 64L << 20));
        long seconds = number(body, "retry_after", -1);
        return seconds < 0 ? fault : fault.retryAfter(Duration.ofSeconds(seconds));
    }

    private static String text(jakarta.json.JsonObject body, String name) {
        return switch (Optional.<JsonValue>ofNullable(body.get(name)).orElse(JsonValue.NULL)) {
            case JsonString text -> text.getString();
            // 429 and 500 may come as numbers.
            case JsonNumber number -> number.toString();
            default -> throw new IllegalArgumentException(name + " is missing");
        };
    }

    private static long number(jakarta.json.JsonObject body, String name, long otherwise) {
        return switch (Optional.<JsonValue>ofNullable(body.get(name)).orElse(JsonValue.NULL)) {
            case JsonNumber number -> number.longValue();
            case JsonValue value when value.equals(JsonValue.NULL) -> otherwise;
            default -> throw new IllegalArgumentException(name + " must be a number");
        };
    }
}
