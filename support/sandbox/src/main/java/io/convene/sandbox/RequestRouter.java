package io.convene.sandbox;

import io.convene.sandbox.wire.IncomingCall;
import io.convene.sandbox.wire.PageFault;
import io.convene.sandbox.wire.QueryParameters;
import io.convene.sandbox.wire.Reply;
import io.convene.sandbox.wire.StandIn;
import io.helidon.http.Header;
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
import java.util.Optional;
import java.util.function.Function;

/**
 * The one place that knows HTTP: turns a request into a call, finds its stand-in, and sends the
 * reply.
 */
final class RequestRouter {

    private static final int BODY_KEPT = 4_096;
    private static final String MAINTENANCE =
            "<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>We'll be back soon.</h1></body></html>";

    private final Map<String, Mount> mounts = new HashMap<>();
    private final RecentCalls log;
    private final FaultQueue faults;
    private final ControlRoutes control;
    private final InstantSource clock;

    private record Mount(StandIn standIn, Function<IncomingCall, Reply> answer) {}

    RequestRouter(List<StandIn> standIns, RecentCalls log, FaultQueue faults, InstantSource clock) {
        this.log = log;
        this.faults = faults;
        this.control = new ControlRoutes(faults, log);
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
        String rest = end < 0 ? "/" : path.substring(end);
        Mount mount = mounts.get(segment);
        if (segment.equals("control")) {
            Delivery.whole(response, control.answer(call(request, segment, rest)));
        } else if (mount == null) {
            Delivery.whole(
                    response, Reply.text(404, "No stand-in here; try one of " + mounts.keySet()));
        } else {
            answer(mount, call(request, segment, rest), response);
        }
    }

    private void answer(Mount mount, IncomingCall call, ServerResponse response) {
        Optional<Fault> fault = faults.take(mount.standIn(), call);
        if (fault.isEmpty()) {
            Reply reply = mount.answer().apply(call);
            record(mount, call, reply.status());
            Delivery.whole(response, reply);
            return;
        }
        if (fault.get().kind() == Fault.Effect.RESET) {
            record(mount, call, 0);
            throw Delivery.none();
        }
        Reply reply = faulty(fault.get(), mount, call);
        record(mount, call, reply.status());
        switch (fault.get().kind()) {
            case TRUNCATED -> Delivery.half(response, reply);
            case HUGE -> Delivery.swollen(response, reply, fault.get().size());
            default -> Delivery.whole(response, reply);
        }
    }

    private static Reply faulty(Fault fault, Mount mount, IncomingCall call) {
        StandIn standIn = mount.standIn();
        return switch (fault.kind()) {
            case TOO_MANY_REQUESTS -> standIn.tooMany(fault.retryAfter());
            case SERVER_ERROR -> standIn.broken().status(500);
            case UNAVAILABLE -> standIn.broken().status(503);
            case HTML -> Reply.typed(200, "text/html; charset=utf-8", MAINTENANCE);
            case SLOW -> {
                pause(fault);
                yield mount.answer().apply(call);
            }
            case TOKEN_EXPIRY -> {
                standIn.expireTokens();
                yield mount.answer().apply(call);
            }
            case RESET,
                    TRUNCATED,
                    HUGE,
                    REPEATED_CURSOR,
                    CAPPED_PAGES,
                    EMPTY_PAGE,
                    UNMAPPABLE,
                    UNKNOWN ->
                    mount.answer().apply(fault.kind().twist().map(call::twisted).orElse(call));
        };
    }

    private static void pause(Fault fault) {
        try {
            Thread.sleep(fault.delay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void record(Mount mount, IncomingCall call, int status) {
        String body = call.body();
        String kept = body.length() > BODY_KEPT ? body.substring(0, BODY_KEPT) : body;
        String integration = mount.standIn().integration();
        log.add(
                new RecordedCall(
                        integration,
                        call.method(),
                        call.path(),
                        call.rawQuery(),
                        kept,
                        status,
                        call.at()));
    }

    private IncomingCall call(ServerRequest request, String segment, String path) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : request.headers()) {
            headers.put(header.name().toLowerCase(Locale.ROOT), header.get());
        }
        String query = request.prologue().query().rawValue();
        String base = "http://" + headers.getOrDefault("host", "127.0.0.1") + "/" + segment;
        return new IncomingCall(
                request.prologue().method().text(),
                path,
                query,
                QueryParameters.parse(query),
                Map.copyOf(headers),
                body(request),
                base,
                clock.instant(),
                PageFault.NONE);
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
}
