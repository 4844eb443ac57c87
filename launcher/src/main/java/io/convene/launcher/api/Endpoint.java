package io.convene.launcher.api;

import io.convene.launcher.accounts.Accounts;
import io.convene.launcher.accounts.Tokens;
import io.convene.launcher.admission.Admission;
import io.convene.launcher.admission.OverloadException;
import io.convene.launcher.api.admin.AccountVersions;
import io.convene.launcher.api.admin.ProvidersHandler;
import io.convene.launcher.api.admin.ReloadHandler;
import io.convene.launcher.api.admin.RolloutHandler;
import io.convene.launcher.api.admin.UnservedAccounts;
import io.convene.launcher.api.answer.AnswerMetrics;
import io.convene.launcher.api.answer.AnswerWriters;
import io.convene.launcher.api.answer.CompleteAnswer;
import io.convene.launcher.api.answer.PipedAnswer;
import io.convene.launcher.api.answer.RawAnswer;
import io.convene.launcher.api.answer.StreamedAnswer;
import io.convene.launcher.api.answer.VendorErrors;
import io.convene.launcher.api.caller.CallerAuthorization;
import io.convene.launcher.api.caller.CallerRateLimits;
import io.convene.launcher.api.request.ListPlans;
import io.convene.launcher.config.LauncherConfig;
import io.convene.launcher.egress.Egress;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.ListenException;
import io.convene.launcher.http.Listener;
import io.convene.launcher.http.RequestMetrics;
import io.convene.launcher.http.Routes;
import io.convene.launcher.http.connection.Stopping;
import io.convene.launcher.mcp.McpServer;
import io.convene.launcher.metrics.Metrics;
import io.convene.launcher.metrics.ProcessMetrics;
import io.convene.launcher.openapi.OpenApi;
import io.convene.launcher.providers.Providers;
import io.convene.launcher.query.CursorCodec;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The HTTP endpoint: all routes, and the server that serves them. */
public final class Endpoint implements AutoCloseable {
    private static final String META = Routes.INTERVIEWS + "/meta/list";
    private static final List<String> STOPPING = List.of("the server is stopping");

    private final Listener listener;

    private Endpoint(Listener listener) {
        this.listener = listener;
    }

    /**
     * Starts to listen.
     *
     * @throws ListenException when the address cannot be listened on
     */
    public static Endpoint start(
            LauncherConfig config,
            Providers providers,
            Egress egress,
            CursorCodec cursors,
            Metrics metrics,
            Clock clock) {
        RequestMetrics requestMetrics = new RequestMetrics(metrics);
        AnswerMetrics answerMetrics = new AnswerMetrics(metrics);
        expectEachActive(providers, answerMetrics, egress);
        UnservedAccounts unserved = new UnservedAccounts(config.accounts(), providers);
        unserved.log();
        CallerAuthorization callers =
                new CallerAuthorization(
                        new Tokens(config.tokens()),
                        new CallerRateLimits(config.rateLimits(), System::nanoTime, metrics));
        Admission admission = new Admission(config.admission(), metrics);
        Integrations integrations = new Integrations(providers);
        Accounts accounts = new Accounts(config.accounts());
        Requests requests =
                new Requests(
                        accounts,
                        integrations,
                        new ListPlans(config.api(), cursors, clock, integrations::taking),
                        egress,
                        config.api().maxVendorCalls());
        CompleteAnswer complete = new CompleteAnswer(cursors, answerMetrics);
        Handler interviews =
                new InterviewsHandler(
                        config.api(),
                        callers,
                        requests,
                        admission,
                        new AnswerWriters(
                                complete,
                                new StreamedAnswer(cursors, config.api().deadline(), answerMetrics),
                                new RawAnswer(cursors),
                                new PipedAnswer(cursors, config.api().deadline())));
        InterviewHandler interview =
                new InterviewHandler(config.api(), callers, requests, admission, answerMetrics);
        MetaHandler meta = new MetaHandler(config.api(), callers, requests, integrations);
        Stopping stopping = new Stopping();
        HttpRouting.Builder routing = HttpRouting.builder();
        Routes routes = new Routes(routing, requestMetrics, Endpoint::translate);
        routes.get(Routes.INTERVIEWS, interviews);
        routes.get(META, meta::ofAccount);
        // Counted with the other: an integration is not a route.
        routes.get(Routes.INTERVIEWS + "/{integration}/meta/list", META, meta::ofIntegration);
        routes.get(Routes.INTERVIEWS + "/{id}", interview);
        routes.get(
                "/admin/providers",
                new ProvidersHandler(
                        callers,
                        providers,
                        new AccountVersions(config.accounts(), providers),
                        unserved));
        routes.post("/admin/providers/{id}/promote", RolloutHandler.promoting(callers, providers));
        routes.post(
                "/admin/providers/{id}/rollback", RolloutHandler.rollingBack(callers, providers));
        routes.post("/admin/providers/reload", new ReloadHandler(callers, providers));
        McpHandler mcp =
                new McpHandler(
                        callers,
                        config.server().corsOrigins(),
                        new McpServer(ProcessMetrics.version()),
                        new McpTools(
                                config.api(),
                                callers,
                                accounts,
                                requests,
                                integrations,
                                admission,
                                complete,
                                interview,
                                Endpoint::translate));
        routes.post("/mcp", mcp::bearer);
        routes.post("/mcp/{token}", mcp::path);
        OpenApiHandler openApi =
                new OpenApiHandler(
                        integrations,
                        new OpenApi(
                                ProcessMetrics.version(),
                                config.api().defaultLimit(),
                                config.api().maxLimit()));
        routes.get("/openapi", openApi::current);
        routes.get("/openapi.json", openApi::current);
        routes.get("/openapi-3.0.json", openApi::older);
        routes.get("/health/live", new HealthHandler(List::of, List::of));
        routes.get(
                "/health/ready",
                new HealthHandler(
                        () -> stopping.isBegun() ? STOPPING : ailments(providers),
                        unserved::summary));
        routes.get("/metrics", new MetricsHandler(config.metrics(), callers, metrics));
        routes.andNothingElse();
        return new Endpoint(Listener.start(config.server(), routing, requestMetrics, stopping));
    }

    /** The port that is listened on. */
    public int port() {
        return listener.port();
    }

    /** Whether it speaks TLS. */
    public boolean secure() {
        return listener.secure();
    }

    /**
     * Stops gracefully: requests under way have {@code server.shutdown-grace} to be answered,
     * vendor calls included, so the egress must be closed only after this.
     */
    @Override
    public void close() {
        listener.close();
    }

    private static Optional<ApiException> translate(Throwable failure, String requestId) {
        return failure instanceof OverloadException overload
                ? Optional.of(
                        new ApiException(503, overload.sentence())
                                .header(
                                        "Retry-After",
                                        Long.toString(overload.retryAfter().toSeconds())))
                : VendorErrors.translate(failure, requestId);
    }

    private static void expectEachActive(
            Providers providers, AnswerMetrics answers, Egress egress) {
        providers.whenActive(id -> {
            answers.expect(id);
            egress.expect(id);
        });
    }

    private static List<String> ailments(Providers providers) {
        return providers.missing().stream()
                .map(id -> "the required provider '" + id + "' is not active")
                .toList();
    }
}
