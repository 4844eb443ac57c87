package io.convene.sandbox.ashby;

import io.convene.sandbox.wire.Bodies;
import io.convene.sandbox.wire.IncomingCall;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.PageFault;
import io.convene.sandbox.wire.RateWindow;
import io.convene.sandbox.wire.Reply;
import io.convene.sandbox.wire.SandboxSettings;
import io.convene.sandbox.wire.StandIn;
import io.convene.sandbox.wire.VendorAccount;
import io.convene.sandbox.wire.VendorRefusal;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ashby's RPC API as <a href="https://developers.ashbyhq.com">developers.ashbyhq.com</a> describes
 * it.
 */
public final class AshbyStandIn implements StandIn {

    private static final String VERSION = "2026-01-01";
    private static final String KEY = "sandbox-ashby-key";
    private static final String INTERVIEWS_ONLY = "sandbox-ashby-key-interviews-only";
    private static final String UNPRIVILEGED = "sandbox-ashby-key-unprivileged";
    private static final Map<String, Set<String>> PERMISSIONS =
            Map.of(
                    KEY,
                            Set.of(
                                    "interviewsRead",
                                    "candidatesRead",
                                    "organizationRead",
                                    "apiKeysRead"),
                    INTERVIEWS_ONLY, Set.of("interviewsRead"),
                    UNPRIVILEGED, Set.of("apiKeysRead"));

    private final AshbyPages pages = new AshbyPages();
    private final Schedules schedules;
    private final AshbyRoutes routes;
    private final RateWindow window;
    private final Map<String, Schedules.Schedule> byId;

    public AshbyStandIn(SandboxSettings house) {
        AshbyOrganization org = new AshbyOrganization(house);
        this.schedules = new Schedules(house, org);
        this.routes = new AshbyRoutes(org, schedules, pages);
        // No number is published; this is the pace that clients in production keep to.
        this.window = new RateWindow(100, Duration.ofMinutes(1), house.rateLimits());
        this.byId =
                schedules.all().stream()
                        .collect(Collectors.toMap(Schedules.Schedule::id, Function.identity()));
    }

    @Override
    public String integration() {
        return "ashby";
    }

    @Override
    public List<VendorAccount> accounts() {
        return List.of(
                account("ashby", KEY),
                account("ashby-interviews-only", INTERVIEWS_ONLY),
                account("ashby-unprivileged", UNPRIVILEGED));
    }

    private static VendorAccount account(String name, String key) {
        return new VendorAccount(name, "/ashby", Map.of("api_key", key), Map.of());
    }

    @Override
    public Map<String, Function<IncomingCall, Reply>> mounts() {
        return Map.of("ashby", this::answer);
    }

    private Reply answer(IncomingCall call) {
        return guarded(call)
                .with("Ashby-Version", VERSION)
                .with("Ashby-Version-Status", "active")
                .with("x-ashby-request-id", Ulid.next());
    }

    private Reply guarded(IncomingCall call) {
        Optional<IncomingCall.Basic> sent = call.basic();
        if (sent.isEmpty()) {
            return Reply.text(401, "Unauthorized");
        }
        Set<String> permissions = PERMISSIONS.getOrDefault(sent.get().user(), Set.of());
        if (permissions.isEmpty() || !sent.get().password().isEmpty()) {
            return Reply.text(403, "Forbidden");
        }
        RateWindow.Permit pass = window.take(call.at());
        if (!pass.allowed()) {
            return tooMany(Optional.of(RateWindow.wait(pass, call.at())));
        }
        try {
            return call.method().equals("POST")
                    ? route(call, permissions)
                    : Reply.text(404, "Not Found");
        } catch (VendorRefusal e) {
            return e.reply();
        }
    }

    private Reply route(IncomingCall call, Set<String> permissions) {
        String name = call.path().substring(1);
        if (name.equals("apiKey.info") && permissions.contains("apiKeysRead")) {
            return AshbyPages.one(
                    Json.object()
                            .put("title", "Sandbox")
                            .put("createdAt", "2026-01-01T00:00:00.000Z")
                            .put("scopes", permissions.stream().sorted().toList()));
        }
        Optional<AshbyRoutes.AshbyEndpoint> endpoint = routes.find(name);
        if (endpoint.isEmpty()) {
            return Reply.text(404, "Not Found");
        }
        if (!permissions.contains(endpoint.get().permission())) {
            return Reply.json(
                    403,
                    AshbyArguments.error(
                            "missing_endpoint_permission",
                            "API key does not have the required permission"));
        }
        if (call.header("ashby-version").filter(version -> !version.equals(VERSION)).isPresent()) {
            throw AshbyArguments.refused(
                    "invalid_api_version", "The requested API version is not available");
        }
        if (!call.hasType("application/json")) {
            throw AshbyArguments.invalid();
        }
        AshbyArguments ask =
                new AshbyArguments(
                        Bodies.object(call).orElseThrow(AshbyArguments::invalid), call.twist());
        return endpoint.get().answer().apply(ask, call.at());
    }

    @Override
    public List<String> interviewIds(String account) {
        return schedules.all().stream().map(Schedules.Schedule::id).toList();
    }

    @Override
    public Optional<byte[]> record(String account, String id) {
        return Optional.ofNullable(byId.get(id)).map(Schedules.Schedule::bytes);
    }

    @Override
    public Optional<Map<String, Object>> drawn(String account, String id) {
        return Optional.ofNullable(byId.get(id)).map(Schedules.Schedule::drawn);
    }

    @Override
    public boolean isList(String path) {
        return path.endsWith(".list");
    }

    @Override
    public Set<PageFault> twists() {
        return EnumSet.allOf(PageFault.class);
    }

    @Override
    public boolean hasTokens() {
        return false;
    }

    /** Ashby has no tokens but sync tokens. */
    @Override
    public void expireTokens() {
        pages.forgetSyncTokens();
    }

    @Override
    public Reply tooMany(Optional<Duration> retryAfter) {
        Reply reply = Reply.json(429, AshbyArguments.error("rate_limited", "Too many requests"));
        return retryAfter
                .map(wait -> reply.with("Retry-After", Long.toString(wait.toSeconds())))
                .orElse(reply);
    }

    @Override
    public Reply broken() {
        return Reply.json(503, AshbyArguments.error("internal_error", "Internal error"));
    }
}
