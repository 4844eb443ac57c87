package io.convene.sandbox.ceipal;

import io.convene.sandbox.wire.Account;
import io.convene.sandbox.wire.Call;
import io.convene.sandbox.wire.House;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.Query;
import io.convene.sandbox.wire.RateWindow;
import io.convene.sandbox.wire.Reply;
import io.convene.sandbox.wire.StandIn;
import io.convene.sandbox.wire.Twist;

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

    private final Gate gate;
    private final RateWindow window;
    private final Map<Version, Tenant> tenants = new EnumMap<>(Version.class);
    private final Map<Version, CeipalRoutes> routes = new EnumMap<>(Version.class);

    public CeipalStandIn(House house) {
        this.gate = new Gate(house);
        this.window = new RateWindow(60, Duration.ofMinutes(1), house.rateLimits());
        for (Version version : Version.values()) {
            Tenant tenant = new Tenant(house, version);
            tenants.put(version, tenant);
            routes.put(version, new CeipalRoutes(version, tenant));
        }
    }

    @Override
    public String integration() {
        return "ceipal";
    }

    @Override
    public List<Account> accounts() {
        return List.of(
                account("ceipal", Gate.EMAIL, "v2"),
                account("ceipal-v1", Gate.EMAIL, "v1"),
                account("ceipal-disabled", Gate.DISABLED_EMAIL, "v2"));
    }

    private static Account account(String name, String email, String version) {
        return new Account(
                name,
                "/ceipal",
                Map.of("email", email, "password", Gate.PASSWORD, "api_key", Gate.KEY),
                Map.of("api_version", version, "time_zone", Interviews.ZONE.getId()));
    }

    @Override
    public Map<String, Function<Call, Reply>> mounts() {
        return Map.of("ceipal", this::answer);
    }

    private Reply answer(Call call) {
        List<String> parts = List.of(call.path().substring(1).split("/"));
        Version version = parts.getFirst().equals("v1") ? Version.V1 : Version.V2;
        if (parts.size() < 2 || parts.size() > 3 || !parts.getFirst().matches("v[12]")) {
            return version.notFound();
        }
        if (version == Version.V2 && !call.path().endsWith("/")) {
            String query = call.rawQuery().isEmpty() ? "" : "?" + call.rawQuery();
            return Reply.text(301, "").with("Location", call.base() + call.path() + "/" + query);
        }
        RateWindow.Pass pass = window.take(call.at());
        return pass.allowed() ? route(call, version, parts) : tooMany(Optional.empty());
    }

    private Reply route(Call call, Version version, List<String> parts) {
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

    private CeipalRoutes routes(Version version) {
        return Optional.ofNullable(routes.get(version)).orElseThrow();
    }

    /** In a path a plus sign is a plus sign. */
    private static String segment(String raw) {
        return Query.decode(raw.replace("+", "%2B"));
    }

    private Tenant tenant(String account) {
        return Optional.ofNullable(tenants.get(account.endsWith("-v1") ? Version.V1 : Version.V2))
                .orElseThrow();
    }

    @Override
    public List<String> interviewIds(String account) {
        return tenant(account).interviews().stream().map(Interview::id).toList();
    }

    @Override
    public Optional<byte[]> record(String account, String id) {
        return tenant(account).interview(id).map(Interview::bytes);
    }

    @Override
    public Optional<Map<String, Object>> drawn(String account, String id) {
        return tenant(account).interview(id).map(Interview::drawn);
    }

    @Override
    public boolean isList(String path) {
        return path.contains("List") || path.contains("getInterviews/");
    }

    @Override
    public Set<Twist> twists() {
        return EnumSet.of(
                Twist.REPEATED_CURSOR, Twist.CAPPED_PAGES, Twist.UNMAPPABLE, Twist.UNKNOWN);
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
