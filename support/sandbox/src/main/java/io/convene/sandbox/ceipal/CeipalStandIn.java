package io.convene.sandbox.ceipal;

import io.convene.sandbox.wire.IncomingCall;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.PageFault;
import io.convene.sandbox.wire.QueryParameters;
import io.convene.sandbox.wire.RateWindow;
import io.convene.sandbox.wire.Reply;
import io.convene.sandbox.wire.SandboxSettings;
import io.convene.sandbox.wire.StandIn;
import io.convene.sandbox.wire.VendorAccount;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * CEIPAL's ATS API, versions 1 and 2. Authentication, paging and errors follow the public parts of
 * <a href="https://developer.ceipal.com">developer.ceipal.com</a>; the interviews resource itself
 * is reconstructed from its neighbours, because no description of it is public.
 */
public final class CeipalStandIn implements StandIn {

    private static final String REFRESH = "refreshToken";
    private static final String CREATE = "createAuthtoken";

    private final TokenEndpoint gate;
    private final RateWindow window;
    private final Map<ApiVersion, CeipalTenant> tenants = new EnumMap<>(ApiVersion.class);
    private final Map<ApiVersion, CeipalRoutes> routes = new EnumMap<>(ApiVersion.class);

    public CeipalStandIn(SandboxSettings house) {
        this.gate = new TokenEndpoint(house);
        this.window = new RateWindow(60, Duration.ofMinutes(1), house.rateLimits());
        for (ApiVersion version : ApiVersion.values()) {
            CeipalTenant tenant = new CeipalTenant(house, version);
            tenants.put(version, tenant);
            routes.put(version, new CeipalRoutes(version, tenant));
        }
    }

    @Override
    public String integration() {
        return "ceipal";
    }

    @Override
    public List<VendorAccount> accounts() {
        return List.of(
                account("ceipal", TokenEndpoint.EMAIL, "v2"),
                account("ceipal-v1", TokenEndpoint.EMAIL, "v1"),
                account("ceipal-disabled", TokenEndpoint.DISABLED_EMAIL, "v2"));
    }

    private static VendorAccount account(String name, String email, String version) {
        return new VendorAccount(
                name,
                "/ceipal",
                Map.of(
                        "email",
                        email,
                        "password",
                        TokenEndpoint.PASSWORD,
                        "api_key",
                        TokenEndpoint.KEY),
                Map.of("api_version", version, "time_zone", CeipalRecords.ZONE.getId()));
    }

    @Override
    public Map<String, Function<IncomingCall, Reply>> mounts() {
        return Map.of("ceipal", this::answer);
    }

    private Reply answer(IncomingCall call) {
        List<String> parts = List.of(call.path().substring(1).split("/"));
        ApiVersion version = parts.getFirst().equals("v1") ? ApiVersion.V1 : ApiVersion.V2;
        if (parts.size() < 2 || parts.size() > 3 || !parts.getFirst().matches("v[12]")) {
            return version.notFound();
        }
        if (version == ApiVersion.V2 && !call.path().endsWith("/")) {
            String query = call.rawQuery().isEmpty() ? "" : "?" + call.rawQuery();
            return Reply.text(301, "").with("Location", call.base() + call.path() + "/" + query);
        }
        RateWindow.Permit pass = window.take(call.at());
        return pass.allowed() ? route(call, version, parts) : tooMany(Optional.empty());
    }

    private Reply route(IncomingCall call, ApiVersion version, List<String> parts) {
        String endpoint = parts.get(1);
        if (call.method().equals("POST")) {
            return switch (endpoint) {
                case CREATE -> gate.create(call, version);
                case REFRESH -> gate.refresh(call, version);
                default -> version.notFound();
            };
        }
        if (!call.method().equals("GET")) {
            return version.notFound();
        }
        Optional<String> id = parts.stream().skip(2).findFirst().map(CeipalStandIn::segment);
        return gate.refusal(call, version)
                .orElseGet(() -> routes(version).answer(call, endpoint, id));
    }

    private CeipalRoutes routes(ApiVersion version) {
        return Optional.ofNullable(routes.get(version)).orElseThrow();
    }

    /** In a path a plus sign is a plus sign. */
    private static String segment(String raw) {
        return QueryParameters.decode(raw.replace("+", "%2B"));
    }

    private CeipalTenant tenant(String account) {
        return Optional.ofNullable(
                        tenants.get(account.endsWith("-v1") ? ApiVersion.V1 : ApiVersion.V2))
                .orElseThrow();
    }

    @Override
    public List<String> interviewIds(String account) {
        return tenant(account).interviews().stream().map(StoredInterview::id).toList();
    }

    @Override
    public Optional<byte[]> record(String account, String id) {
        return tenant(account).interview(id).map(StoredInterview::bytes);
    }

    @Override
    public Optional<Map<String, Object>> drawn(String account, String id) {
        return tenant(account).interview(id).map(StoredInterview::drawn);
    }

    @Override
    public boolean isList(String path) {
        return path.contains("List") || path.contains("getInterviews/");
    }

    @Override
    public Set<PageFault> twists() {
        return EnumSet.of(
                PageFault.REPEATED_CURSOR,
                PageFault.CAPPED_PAGES,
                PageFault.UNMAPPABLE,
                PageFault.UNKNOWN);
    }

    @Override
    public boolean hasTokens() {
        return true;
    }

    @Override
    public void expireTokens() {
        gate.expire();
    }

    @Override
    public Reply tooMany(Optional<Duration> retryAfter) {
        Reply reply =
                Reply.json(
                        429,
                        Json.object()
                                .put("message", "Request limit exceeded. Please try again later."));
        return retryAfter
                .map(wait -> reply.with("Retry-After", Long.toString(wait.toSeconds())))
                .orElse(reply);
    }

    @Override
    public Reply broken() {
        return Reply.json(500, Json.object().put("message", "Internal Server Error"));
    }
}
