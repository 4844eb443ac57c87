package io.convene.sandbox;

import io.convene.sandbox.wire.Call;
import io.convene.sandbox.wire.Query;
import io.convene.sandbox.wire.Reply;
import io.convene.sandbox.wire.StandIn;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The one place that knows HTTP: turns a request into a call, finds its stand-in, and sends the
 * reply.
 */
final class FrontDoor {

    private static final int BODY_KEPT = 4_096;

    private final Map<String, Mount> mounts = new HashMap<>();
    private final CallLog log;
    private final InstantSource clock;

    private record Mount(StandIn standIn, Function<Call, Reply> answer) {}

    FrontDoor(List<StandIn> standIns, CallLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
        for (StandIn standIn : standIns) {
            standIn.mounts()
                    .forEach((segment, answer) -> mounts.put(segment, new Mount(standIn, answer)));
        }
    }

    void handle(ServerRequest request, ServerResponse response) {
        String path = request.prologue().uriPath().rawPath();
        int end = path.indexOf('/', 1);
        String segment = path.substring(1, end < 0 ? path.length() : end);
        Mount mount = mounts.get(segment);
        if (mount == null) {
            send(response, Reply.text(404, "No stand-in here; try one of " + mounts.keySet()));
            return;
        }
        Call call = call(request, segment, end < 0 ? "/" : path.substring(end));
        Reply reply = mount.answer().apply(call);
        log.add(recorded(mount.standIn().integration(), call, reply.status()));
        send(response, reply);
    }

    private Call call(ServerRequest request, String segment, String path) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : request.headers()) {
            headers.put(header.name().toLowerCase(Locale.ROOT), header.get());
        }
        String query = request.prologue().query().rawValue();
        String base = "http://" + headers.getOrDefault("host", "127.0.0.1") + "/" + segment;
        return new Call(
                request.prologue().method().text(),
                path,
                query,
                Query.parse(query),
                Map.copyOf(headers),
                body(request),
                base,
                clock.instant());
    }

    private static String body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return "";
        }
        try (InputStream in = request.content().inputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedCall recorded(String integration, Call call, int status) {
        String body = call.body();
        String kept = body.length() > BODY_KEPT ? body.substring(0, BODY_KEPT) : body;
        return new RecordedCall(
                integration, call.method(), call.path(), call.rawQuery(), kept, status, call.at());
    }

    private static void send(ServerResponse response, Reply reply) {
        response.status(reply.status());
        reply.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        response.send(reply.body());
    }
}
