package io.convene.launcher.api;

import io.convene.launcher.accounts.Accounts;
import io.convene.launcher.accounts.Tokens;
import io.convene.launcher.config.LauncherConfig;
import io.convene.launcher.egress.Egress;
import io.convene.launcher.providers.Providers;
import io.convene.launcher.query.CursorCodec;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** The HTTP endpoint: all routes, and the server they stand on. */
public final class Endpoint implements AutoCloseable {
    /** Long enough for a list of 200 ids in a query. */
    private static final int MAX_PROLOGUE = 16 * 1024;

    private final WebServer server;

    private Endpoint(WebServer server) {
        this.server = server;
    }

    /** Starts to listen. */
    public static Endpoint start(
            LauncherConfig config,
            Providers providers,
            Egress egress,
            CursorCodec cursors,
            Clock clock) {
        Callers callers =
                new Callers(
                        new Tokens(config.tokens()),
                        new CallerLimits(config.limits(), System::nanoTime));
        Handler interviews =
                new InterviewsHandler(
                        config.api(),
                        callers,
                        new Accounts(config.accounts()),
                        new Integrations(providers),
                        new ListPlanner(config.api(), cursors, clock),
                        new CompleteAnswer(config.api(), egress, cursors),
                        new StreamedAnswer(config.api(), egress, cursors));
        HttpRouting.Builder routing = HttpRouting.builder();
        get(routing, "/unified/ats/interviews", interviews);
        get(routing, "/admin/providers", new ProvidersHandler(callers, providers));
        get(routing, "/health/live", new HealthHandler(List::of));
        get(routing, "/health/ready", new HealthHandler(() -> ailments(providers)));
        routing.any(
                new Guarded((request, response) -> {
                    throw new ApiException(
                            404,
                            "There is nothing at this path; interviews are at GET /unified/ats/interviews.");
                }));
        WebServer server =
                WebServer.builder()
                        .host(config.server().host())
                        .port(config.server().port())
                        // Both measured: without them answers of 100 KB wait for the client's
                        // delayed acknowledgement.
                        .connectionOptions(options -> options.tcpNoDelay(true))
                        .useNio(false)
                        .addProtocol(
                                Http1Config.builder()
                                        .maxPrologueLength(MAX_PROLOGUE)
                                        // Brackets in a query are welcome unencoded; QueryString
                                        // checks what is in it.
                                        .validatePrologue(false)
                                        .build())
                        .directHandlers(transportErrors())
                        .shutdownHook(false)
                        .routing(routing)
                        .build();
        return new Endpoint(server.start());
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void get(HttpRouting.Builder routing, String path, Handler handler) {
        routing.get(path, new Guarded(handler));
        routing.any(
                path,
                new Guarded((request, response) -> {
                    throw new ApiException(405, "The path " + path + " takes GET only; send a GET.")
                            .header("Allow", "GET");
                }));
    }

    private static List<String> ailments(Providers providers) {
        return providers.missing().stream()
                .map(id -> "the required provider '" + id + "' is not active")
                .toList();
    }

    /** What the server refuses before any handler runs gets the same body as every other error. */
    private static DirectHandlers transportErrors() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        DirectHandler handler =
                (request, type, status, headers, message) -> {
                    String sentence =
                            switch (status.code()) {
                                case 414 -> "The request line is too long; send fewer ids at once.";
                                case 431 ->
                                        "The request's headers are too long; send fewer or shorter ones.";
                                case 413 ->
                                        "The request's body is too large; GET requests need none.";
                                default ->
                                        "The request is not valid HTTP; check its path and headers.";
                            };
                    JsonBuffer body = ErrorBody.of(new ApiException(status.code(), sentence));
                    headers.set(HeaderNames.CONTENT_TYPE, "application/json");
                    return DirectHandler.TransportResponse.builder()
                            .status(status)
                            .headers(headers)
                            .entity(body.toString().getBytes(StandardCharsets.UTF_8))
                            .build();
                };
        Arrays.stream(DirectHandler.EventType.values())
                .forEach(type -> handlers.addHandler(type, handler));
        return handlers.build();
    }
}
