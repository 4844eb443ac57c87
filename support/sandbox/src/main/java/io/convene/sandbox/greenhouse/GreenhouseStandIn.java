package io.convene.sandbox.greenhouse;

import io.convene.sandbox.wire.IncomingCall;
import io.convene.sandbox.wire.IssuedTokens;
import io.convene.sandbox.wire.Json;
import io.convene.sandbox.wire.PageFault;
import io.convene.sandbox.wire.RateWindow;
import io.convene.sandbox.wire.Reply;
import io.convene.sandbox.wire.SandboxSettings;
import io.convene.sandbox.wire.StandIn;
import io.convene.sandbox.wire.VendorAccount;
import io.convene.sandbox.wire.VendorRefusal;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Harvest v3 as <a href="https://harvestdocs.greenhouse.io">harvestdocs.greenhouse.io</a> describes
 * it.
 */
public final class GreenhouseStandIn implements StandIn {

    private static final String LISTS = "/v3/";

    private final IssuedTokens tokens = new IssuedTokens();
    private final GreenhouseTokenRoutes desk;
    private final RateWindow window;
    private final Company company;
    private final GreenhouseRecords interviews;
    private final List<String> ids;
    private final Map<String, Resource> resources;
    private final Map<String, byte[]> records;

    public GreenhouseStandIn(SandboxSettings house) {
        this.company = new Company(house);
        this.desk = new GreenhouseTokenRoutes(house, tokens);
        this.window = new RateWindow(75, Duration.ofSeconds(30), house.rateLimits());
        this.interviews = new GreenhouseRecords(house, company);
        this.resources =
                Resource.all(company, interviews).stream()
                        .collect(Collectors.toMap(Resource::name, Function.identity()));
        this.ids =
                interviews.rows().stream()
                        .sorted(Comparator.comparingLong(TableRow::id).reversed())
                        .map(row -> Long.toString(row.id()))
                        .toList();
        this.records =
                interviews.rows().stream()
                        .collect(Collectors.toMap(row -> Long.toString(row.id()), TableRow::bytes));
    }

    @Override
    public String integration() {
        return "greenhouse";
    }

    @Override
    public List<VendorAccount> accounts() {
        return List.of(
                new VendorAccount(
                        integration(),
                        "/greenhouse",
                        Map.of(
                                "client_id", GreenhouseTokenRoutes.CLIENT_ID,
                                "client_secret", GreenhouseTokenRoutes.CLIENT_SECRET,
                                "user_id", Long.toString(Company.SITE_ADMIN)),
                        Map.of("token_url", "/greenhouse-auth/token")));
    }

    @Override
    public Map<String, Function<IncomingCall, Reply>> mounts() {
        return Map.of("greenhouse", this::harvest, "greenhouse-auth", desk::answer);
    }

    private Reply harvest(IncomingCall call) {
        RateWindow.Permit pass = window.take(call.at());
        Reply reply =
                pass.allowed()
                        ? list(call)
                        : tooMany(Optional.of(RateWindow.wait(pass, call.at())));
        return reply.with("X-RateLimit-Limit", Integer.toString(pass.limit()))
                .with("X-RateLimit-Remaining", Integer.toString(pass.remaining()))
                .with("X-RateLimit-Reset", Long.toString(pass.resetsAt().getEpochSecond()));
    }

    private Reply list(IncomingCall call) {
        String name = call.path().startsWith(LISTS) ? call.path().substring(LISTS.length()) : "";
        boolean unlisted = name.equals("user_roles");
        if (!call.method().equals("GET") || (!unlisted && !resources.containsKey(name))) {
            return Reply.json(404, Json.object().put("message", "Resource not found"));
        }
        Optional<IssuedTokens.Issued> token =
                call.bearer().flatMap(text -> tokens.check(text, call.at()));
        if (token.isEmpty()) {
            return Reply.json(
                    401,
                    Json.object()
                            .put("message", "Unauthorized")
                            .put(
                                    "errors",
                                    List.of(
                                            "Token could not be decoded. Please ensure your token is from a trusted source.")));
        }
        Resource resource = resources.get(name);
        if (resource == null) {
            return Reply.json(403, Json.object().put("message", "Forbidden"));
        }
        try {
            Reply page = ListRules.page(resource, call);
            return siteAdmin(token.get().subject()) ? page : Reply.json(200, "[]");
        } catch (VendorRefusal e) {
            return e.reply();
        }
    }

    /**
     * Other actors get no rows, and are not told why. Without an actor the credential's own service
     * user acts.
     */
    private boolean siteAdmin(String subject) {
        return subject.isEmpty()
                || company.users().stream()
                        .filter(user -> Long.toString(user.id()).equals(subject))
                        .anyMatch(user -> user.fact("site_admin", Boolean.class).orElse(false));
    }

    @Override
    public List<String> interviewIds(String account) {
        return ids;
    }

    @Override
    public Optional<byte[]> record(String account, String id) {
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public Optional<Map<String, Object>> drawn(String account, String id) {
        return Optional.of(id)
                .filter(records::containsKey)
                .map(known -> interviews.drawn().get(Long.valueOf(known)));
    }

    /** The interviewer rows of an interview, in the order in which they are listed. */
    public List<byte[]> interviewerRows(String interviewId) {
        return interviews.panels().getOrDefault(Long.valueOf(interviewId), List.of()).stream()
                .sorted(Comparator.comparingLong(TableRow::id).reversed())
                .map(TableRow::bytes)
                .toList();
    }

    @Override
    public boolean isList(String path) {
        return path.startsWith(LISTS);
    }

    @Override
    public Set<PageFault> twists() {
        return EnumSet.allOf(PageFault.class);
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
        Reply reply = Reply.json(429, Json.object().put("message", "Rate limit exceeded"));
        return retryAfter
                .map(wait -> reply.with("Retry-After", Long.toString(wait.toSeconds())))
                .orElse(reply);
    }

    @Override
    public Reply broken() {
        return Reply.json(500, Json.object().put("message", "Server error"));
    }
}
