package io.convene.launcher.api;

import io.convene.launcher.accounts.Accounts;
import io.convene.launcher.accounts.Tokens;
import io.convene.launcher.config.LauncherConfig;
import io.convene.launcher.egress.Egress;
import io.convene.launcher.providers.Providers;
import io.convene.launcher.query.CursorCodec;
import io.helidon.http.Method;
import io.helidon.http.PathMatchers;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;

import java.time.Clock;
import java.util.List;

/** The HTTP endpoint: all routes, and the server they stand on. */
public final class Endpoint implements AutoCloseable {
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
        Integrations integrations = new Integrations(providers);
        Requests requests =
                new Requests(
                        new Accounts(config.accounts()),
                        integrations,
                        new ListPlanner(config.api(), cursors, clock));
        Handler interviews =
                new InterviewsHandler(
                        config.api(),
                        callers,
                        requests,
                        new Answers(
                                new CompleteAnswer(config.api(), egress, cursors),
                                new StreamedAnswer(config.api(), egress, cursors),
                                new RawAnswer(config.api(), egress, cursors),
                                new PipedAnswer(config.api(), egress, cursors)));
        Handler below =
                new BelowInterviews(
                        new InterviewHandler(config.api(), callers, requests, egress),
                        new MetaHandler(config.api(), callers, requests, integrations));
        HttpRouting.Builder routing = HttpRouting.builder();
        get(routing, "/unified/ats/interviews", interviews);
        get(routing, BelowInterviews.PATH + "*", below);
        get(routing, "/admin/providers", new ProvidersHandler(callers, providers));
        get(routing, "/health/live", new HealthHandler(List::of));
        get(routing, "/health/ready", new HealthHandler(() -> ailments(providers)));
        routing.any(
                new Guarded((request, response) -> {
                    throw new ApiException(
                            404,
                            "There is nothing at this path; interviews are at GET /unified/ats/interviews.");
                }));
        return new Endpoint(Listener.of(config.server(), routing).start());
    }

    /** The port that is listened on. */
    public int port() {
        return server.port();
    }

    /** Whether it speaks TLS. */
    public boolean secure() {
        return server.hasTls();
    }

    @Override
    public void close() {
        server.stop();
    }

    static void get(HttpRouting.Builder routing, String path, Handler handler) {
        routing.route(
                Method.predicate(Method.GET, Method.HEAD),
                PathMatchers.create(path),
                new Guarded(handler));
        routing.any(
                path,
                new Guarded((request, response) -> {
                    throw new ApiException(405, "This path takes GET and HEAD only; send a GET.")
                            .header("Allow", "GET, HEAD");
                }));
    }

    private static List<String> ailments(Providers providers) {
        return providers.missing().stream()
                .map(id -> "the required provider '" + id + "' is not active")
                .toList();
    }
}
