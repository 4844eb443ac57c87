package io.convene.launcher.api;

import io.convene.launcher.Launcher;
import io.convene.launcher.accounts.Tokens;
import io.convene.launcher.providers.TestBundle;
import io.convene.testing.WireRequest;
import io.convene.testing.WireServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The launcher with one bundle and its vendor, a fixed one: three interviews in two pages. One
 * account for each way in which the vendor answers; {@link TwoPageVendor} names them.
 */
public final class AnswerSite implements AutoCloseable {
    public static final String READ = "cv_a-token-that-reads";
    public static final String RAW = "cv_a-token-for-raw-answers";
    public static final String ADMIN = "cv_a-token-of-an-operator";

    private static final String BUNDLE =
            """
            import io.convene.core.*; import io.convene.core.spi.*; import java.util.Optional;
            public class Acme implements AtsProvider, Listing<InterviewDraft> {
                public ProviderDescriptor descriptor() {
                    return ProviderDescriptor.builder("Fixed").host("api.fixed.example")
                            .setting(Setting.url("base_url"))
                            .authentication(Authentication.apiKey("X-Key")).build();
                }
                public Optional<Listing<InterviewDraft>> interviews() { return Optional.of(this); }
                public Support support(Settings settings) {
                    return Support.builder().vendor(Filter.CANDIDATE_ID).local(Filter.START_AT).lookupById()
                            .fields(Field.CANDIDATE, Field.START_AT, Field.STATUS).build();
                }
                public VendorRequest request(Query query, Position position) {
                    VendorRequest.Builder request = VendorRequest.get(
                            query.settings().url("base_url") + "/" + (position.isFirst() ? "1" : position.token()));
                    if (query.asks(Filter.CANDIDATE_ID)) {
                        request.query("who", String.join(",", query.values(Filter.CANDIDATE_ID)));
                    }
                    return request.build();
                }
                public Optional<VendorRequest> lookup(String id, Query query) {
                    return Optional.of(VendorRequest.get(query.settings().url("base_url") + "/one").query("id", id).build());
                }
                public Page page(VendorResponse response, Query query, Position position) {
                    if (response.status() != 200) {
                        throw response.failure("");
                    }
                    Item body = response.json();
                    Optional<String> next = body.text("next").optional();
                    return next.isEmpty() ? Page.last(body.each("items"))
                            : Page.of(body.each("items"), Position.of(1, 0, next.get()));
                }
                public void map(Item item, Query query, InterviewDraft draft) {
                    draft.id(item.text("id")).candidate(item.text("who")).startAt(item.text("at"));
                    if (item.text("state").is("done")) {
                        draft.status(InterviewStatus.COMPLETED);
                    }
                }
            }
            """;

    private final TwoPageVendor vendor = new TwoPageVendor();
    private final WireServer server;
    private final Launcher launcher;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Starts all in that folder. */
    public AnswerSite(Path folder) throws IOException {
        server = WireServer.start(vendor);
        TestBundle.of("fixed")
                .source("acme.fixed", "Acme", BUNDLE)
                .writeTo(folder.resolve("providers").resolve("fixed-1.0.0.jar"));
        Path file =
                Files.writeString(
                        folder.resolve("convene.yaml"),
                        """
                        server: {host: 127.0.0.1, port: 0}
                        limits: {per-token: "off", per-account: "off"}
                        egress: {allow: ["%s"]}
                        tokens:
                          - {name: read, sha256: "%s", scopes: [read], accounts: ["*"]}
                          - {name: raw, sha256: "%s", scopes: [read, raw], accounts: ["*"]}
                          - {name: admin, sha256: "%s", scopes: [admin], accounts: ["*"]}
                        accounts:
                        %s
                        """
                                .formatted(
                                        server.host(),
                                        Tokens.sha256(READ),
                                        Tokens.sha256(RAW),
                                        Tokens.sha256(ADMIN),
                                        accounts()));
        launcher = Launcher.start(file, Map.of(), folder);
    }

    private String accounts() {
        return TwoPageVendor.ACCOUNTS.stream()
                .map(name ->
                        "  - {id: %s, integration: fixed, credentials: {api_key: the-key}, settings: {base_url: \"%s/%s\", quota: \"off\"}}"
                                .formatted(id(name), server.url(), name))
                .collect(Collectors.joining("\n"));
    }

    private static UUID id(String account) {
        return UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8));
    }

    /** The path of the list of an account, with more parameters. */
    public static String list(String account, String... parameters) {
        return path("/unified/ats/interviews", account, parameters);
    }

    /** The path of one interview of an account. */
    public static String one(String id, String account, String... parameters) {
        return path("/unified/ats/interviews/" + id, account, parameters);
    }

    /** The path of the account's filters and fields. */
    public static String meta(String account) {
        return path("/unified/ats/interviews/meta/list", account);
    }

    private static String path(String path, String account, String... parameters) {
        return path
                + "?integrated_account_id="
                + id(account)
                + Stream.of(parameters).map(text -> "&" + text).collect(Collectors.joining());
    }

    /** The answer to a GET with that token; further headers are names and values in turn. */
    public HttpResponse<String> get(String token, String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(launcher.address() + path))
                        .timeout(Duration.ofMinutes(1))
                        .header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return launcher.port();
    }

    /** The latest request that came to the vendor. */
    public WireRequest lastRequest() {
        List<WireRequest> received = server.received();
        return received.getLast();
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
        launcher.close();
        server.close();
    }
}
