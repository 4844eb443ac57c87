package io.convene.sandbox.fountain;

import io.convene.sandbox.wire.IncomingCall;
import io.convene.sandbox.wire.IssuedTokens;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.PageFault;
import io.convene.sandbox.wire.QueryParameters;
import io.convene.sandbox.wire.RateWindow;
import io.convene.sandbox.wire.Reply;
import io.convene.sandbox.wire.SandboxSettings;
import io.convene.sandbox.wire.StandIn;
import io.convene.sandbox.wire.VendorAccount;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fountain's Hire API v2 as <a
 * href="https://developer.fountain.com/reference">developer.fountain.com</a> describes it: with an
 * API key below {@code /v2} or {@code /api/v2}, with a key or a token below {@code
 * /api/servicehire/v2}.
 */
public final class FountainStandIn implements StandIn {

    private static final String KEY = "sandbox-fountain-key";
    private static final IncomingCall.Basic CLIENT =
            new IncomingCall.Basic("sandbox-fountain-client", "sandbox-fountain-secret");
    private static final String GATEWAY = "/api/servicehire/v2";
    private static final List<String> HOSTS = List.of(GATEWAY, "/api/v2", "/v2");

    private final SandboxSettings house;
    private final IssuedTokens tokens = new IssuedTokens();
    private final RateWindow window;
    private final Applicants applicants;
    private final FountainRoutes routes;
    private final Map<String, Slots.Slot> byId;
    private final Map<String, String> applicantOf = new HashMap<>();

    public FountainStandIn(SandboxSettings house) {
        this.house = house;
        Openings openings = new Openings(house);
        this.applicants = new Applicants(house, openings);
        this.routes = new FountainRoutes(openings, applicants);
        this.window = new RateWindow(120, Duration.ofMinutes(1), house.rateLimits());
        this.byId = slots().collect(Collectors.toMap(Slots.Slot::id, Function.identity()));
        applicants
                .all()
                .forEach(one -> one.slots().forEach(slot -> applicantOf.put(slot.id(), one.id())));
    }

    @Override
    public String integration() {
        return "fountain";
    }

    @Override
    public List<VendorAccount> accounts() {
        Map<String, String> zone = Map.of("time_zone", "America/Los_Angeles");
        return List.of(
                new VendorAccount("fountain", "/fountain/v2", Map.of("api_key", KEY), zone),
                new VendorAccount(
                        "fountain-oauth",
                        "/fountain" + GATEWAY,
                        Map.of("client_id", CLIENT.user(), "client_secret", CLIENT.password()),
                        Map.of(
                                "time_zone",
                                "America/Los_Angeles",
                                "token_url",
                                "/fountain/oauth/token")));
    }

    @Override
    public Map<String, Function<IncomingCall, Reply>> mounts() {
        return Map.of("fountain", this::answer);
    }

    private Reply answer(IncomingCall call) {
        if (call.path().equals("/oauth/token")) {
            return token(call);
        }
        RateWindow.Permit pass = window.take(call.at());
        Reply reply = pass.allowed() ? route(call) : tooMany(Optional.empty());
        return reply.with("X-Api-Ratelimit-Limit", Integer.toString(pass.limit()))
                .with("X-Api-Ratelimit-Limit-Remaining", Integer.toString(pass.remaining()))
                .with("X-Api-Ratelimit-Reset", Long.toString(pass.resetsAt().getEpochSecond()));
    }

    private Reply route(IncomingCall call) {
        Optional<String> host =
                HOSTS.stream().filter(form -> call.path().startsWith(form + "/")).findFirst();
        boolean gateway = host.filter(GATEWAY::equals).isPresent();
        if (host.isEmpty()) {
            return notFound(false);
        }
        if (!allowed(call, gateway)) {
            return Reply.json(401, Json.object().put("message", "Unauthorized"));
        }
        return routes.answer(call, call.path().substring(host.get().length()))
                .orElseGet(() -> notFound(gateway));
    }

    private boolean allowed(IncomingCall call, boolean gateway) {
        boolean key = call.header("x-access-token").filter(KEY::equals).isPresent();
        return key
                || (gateway
                        && call.bearer()
                                .flatMap(text -> tokens.check(text, call.at()))
                                .isPresent());
    }

    /** Client credentials at the gateway: Basic, a form, no refresh token. */
    private Reply token(IncomingCall call) {
        QueryParameters form = QueryParameters.parse(call.body());
        boolean ours =
                call.method().equals("POST") && call.hasType("application/x-www-form-urlencoded");
        if (!ours || !form.first("grant_type").filter("client_credentials"::equals).isPresent()) {
            return Reply.json(400, Json.object().put("error", "unsupported_grant_type"));
        }
        if (call.basic().filter(CLIENT::equals).isEmpty()) {
            return Reply.json(401, Json.object().put("error", "invalid_client"));
        }
        return Reply.json(
                200,
                Json.object()
                        .put(
                                "access_token",
                                tokens.issue(CLIENT.user(), call.at(), house.tokenLifetime()))
                        .put("token_type", "Bearer")
                        .put("expires_in", house.tokenLifetime().toSeconds()));
    }

    /** The gateway's services answer in an envelope of their own. */
    private static Reply notFound(boolean gateway) {
        if (!gateway) {
            return Reply.json(404, Json.object().put("message", "Requested resource not found"));
        }
        return Reply.json(
                404,
                Json.array(
                        List.of(
                                Json.object()
                                        .put("rid", UUID.randomUUID())
                                        .put("status", "404")
                                        .put("code", "#d06c700a")
                                        .put("title", "resource not found")
                                        .put("detail", "")
                                        .put("meta", Json.object()))));
    }

    private Stream<Slots.Slot> slots() {
        return applicants.all().stream().flatMap(applicant -> applicant.slots().stream());
    }

    @Override
    public List<String> interviewIds(String account) {
        return slots().map(Slots.Slot::id).toList();
    }

    @Override
    public Optional<byte[]> record(String account, String id) {
        return Optional.ofNullable(byId.get(id)).map(Slots.Slot::bytes);
    }

    @Override
    public Optional<Map<String, Object>> drawn(String account, String id) {
        return Optional.ofNullable(byId.get(id))
                .map(slot -> {
                    Map<String, Object> drawn = new HashMap<>(slot.drawn());
                    drawn.put("applicant", applicantOf.getOrDefault(id, ""));
                    return drawn;
                });
    }

    public List<String> applicantIds() {
        return applicants.all().stream().map(Applicants.Applicant::id).toList();
    }

    /** The slots of one applicant, in the order in which they are listed. */
    public List<String> interviewIdsOf(String applicantId) {
        return applicants
                .find(applicantId)
                .map(Applicants.Applicant::slots)
                .orElse(List.of())
                .stream()
                .map(Slots.Slot::id)
                .toList();
    }

    @Override
    public boolean isList(String path) {
        return path.endsWith("/booked_slots");
    }

    @Override
    public Set<PageFault> twists() {
        return EnumSet.of(PageFault.UNMAPPABLE, PageFault.UNKNOWN);
    }

    @Override
    public boolean hasTokens() {
        return true;
    }

    @Override
    public void expireTokens() {
        tokens.clear();
    }

    @Override
    public Reply tooMany(Optional<Duration> retryAfter) {
        Json error =
                Json.object()
                        .put("msg", "Too many API requests. See documentation for more information")
                        .put("name", "exceeded_rate");
        Reply reply = Reply.json(429, Json.object().put("error", error));
        return retryAfter
                .map(wait -> reply.with("Retry-After", Long.toString(wait.toSeconds())))
                .orElse(reply);
    }

    @Override
    public Reply broken() {
        return Reply.json(500, Json.object().put("message", "Internal server error"));
    }
}
