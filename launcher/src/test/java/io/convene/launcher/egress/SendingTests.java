package io.convene.launcher.egress;

import static io.convene.launcher.egress.Fixture.failure;
import static io.convene.launcher.egress.TestProvider.BY_BASIC;
import static io.convene.launcher.egress.TestProvider.BY_KEY;
import static io.convene.launcher.egress.TestProvider.BY_TOKEN;

import static org.assertj.core.api.Assertions.assertThat;

import io.convene.core.spi.Secret;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.time.Deadline;
import io.convene.testing.WireRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class SendingTests {
    private Fixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new Fixture((request, wire) -> wire.reply(200, "{\"ok\":true}", "X-Page: 1"));
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }

    @Test
    void sendsAGetWithQueryAuthenticationAndDefaults() {
        VendorResponse response =
                fixture.connect(TestProvider.with(BY_KEY))
                        .send(
                                fixture.get("/list")
                                        .query("q", "a b&c=é")
                                        .query("limit", 100)
                                        .build());

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("{\"ok\":true}");
        assertThat(response.header("x-page")).contains("1");
        WireRequest received = received();
        assertThat(received.method()).isEqualTo("GET");
        assertThat(received.target()).isEqualTo("/list?q=a%20b%26c%3D%C3%A9&limit=100");
        assertThat(received.header("X-Key")).isEqualTo("key-5ecret");
        assertThat(received.header("Accept")).isEqualTo("application/json");
        assertThat(received.header("User-Agent")).startsWith("Convene/");
        assertThat(received.headers()).doesNotContainKeys("Upgrade", "Content-Type");
    }

    @Test
    void headersOfTheProviderWinOverDefaultsAndAuthenticationOverThem() {
        send(
                fixture.get("/list")
                        .header("accept", "application/json; version=1")
                        .header("X-Key", "mine"));

        assertThat(received().header("Accept")).isEqualTo("application/json; version=1");
        assertThat(received().header("X-Key")).isEqualTo("key-5ecret");
    }

    @Test
    void writesAJsonBodyExactly() {
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("z", List.of(1, "two", false, Map.of("deep", 3L)));
        nested.put("a", Optional.empty());
        send(
                fixture.post("/list")
                        .json("text", "quote \" slash \\ é")
                        .json("number", new BigDecimal("12345678901234567890.10"))
                        .json("truth", true)
                        .json("nested", nested)
                        .json("apiKey", Secret.of("api_key")));

        assertThat(received().header("Content-Type")).isEqualTo("application/json");
        assertThat(received().body())
                .isEqualTo(
                        "{\"text\":\"quote \\\" slash \\\\ é\",\"number\":12345678901234567890.10,\"truth\":true,"
                                + "\"nested\":{\"z\":[1,\"two\",false,{\"deep\":3}],\"a\":null},"
                                + "\"apiKey\":\"key-5ecret\"}");
    }

    @Test
    void writesAnEmptyJsonObject() {
        send(fixture.post("/list").json());

        assertThat(received().body()).isEqualTo("{}");
    }

    @Test
    void writesAFormBodyExactly() {
        send(
                fixture.post("/token")
                        .form("grant_type", "client credentials")
                        .form("sub", 42)
                        .form("secret", Secret.of("password")));

        assertThat(received().header("Content-Type"))
                .isEqualTo("application/x-www-form-urlencoded");
        assertThat(received().body())
                .isEqualTo("grant_type=client%20credentials&sub=42&secret=pass%2F5ecret%2B");
    }

    @Test
    void aProviderMayNameTheContentType() {
        send(
                fixture.post("/list")
                        .json("a", 1)
                        .header("Content-Type", "application/json; charset=utf-8"));

        assertThat(received().header("Content-Type")).isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void basicAuthenticationIsEncodedAsUtf8() {
        fixture.connect(TestProvider.with(BY_BASIC)).send(fixture.get("/list").build());

        assertThat(received().header("Authorization"))
                .isEqualTo("Basic dXNlckA1ZWNyZXQ6cGFzcy81ZWNyZXQr");
    }

    @Test
    void aMissingPasswordIsEmpty() {
        fixture.egress
                .connect(
                        fixture.account(Map.of("user", "key")),
                        TestProvider.with(BY_BASIC),
                        Deadline.in(Duration.ofSeconds(30)),
                        20)
                .send(fixture.get("/list").build());

        assertThat(received().header("Authorization")).isEqualTo("Basic a2V5Og==");
    }

    @Test
    void usesTheFirstAuthenticationThatTheAccountHasCredentialsFor() {
        fixture.egress
                .connect(
                        fixture.account(
                                Map.of("client_id", "c", "client_secret", " ", "api_key", "k")),
                        TestProvider.with(BY_TOKEN, BY_KEY),
                        Deadline.in(Duration.ofSeconds(30)),
                        20)
                .send(fixture.get("/list").build());

        assertThat(received().header("X-Key")).isEqualTo("k");
    }

    @Test
    void anAccountWithoutCredentialsLearnsWhichAreNeeded() {
        assertThat(
                        failure(
                                Kind.BAD_CREDENTIALS,
                                () ->
                                        fixture.egress.connect(
                                                fixture.account(Map.of()),
                                                TestProvider.with(BY_TOKEN, BY_KEY),
                                                Deadline.in(Duration.ofSeconds(30)),
                                                20)))
                .hasMessage(
                        "The account lacks credentials for Testing: it needs client_id and client_secret, or api_key.");
    }

    @Test
    void anAnonymousRequestCarriesNoAuthentication() {
        send(fixture.get("/list").anonymous());

        assertThat(received().headers()).doesNotContainKey("X-Key");
    }

    @Test
    void aHostThatIsNotDeclaredGetsNothing() {
        VendorRequest request = fixture.get("/list").build();
        try (Egress strict = Egress.of(EgressConfig.allowing(Set.of("127.0.0.1:1")))) {
            for (TestProvider provider :
                    List.of(TestProvider.with(BY_KEY), TestProvider.with(BY_TOKEN))) {
                AccountVendor vendor =
                        strict.connect(
                                fixture.account(),
                                provider,
                                Deadline.in(Duration.ofSeconds(30)),
                                20);

                assertThat(failure(Kind.REJECTED, () -> vendor.send(request)))
                        .hasMessageContaining(
                                "127.0.0.1 is neither declared by the provider nor listed in egress.allow")
                        .hasMessageContaining(
                                "add \"" + fixture.vendor.host() + "\" to egress.allow");
                assertThat(vendor.calls()).isEmpty();
            }
        }
        assertThat(fixture.vendor.connections()).isZero();
    }

    @Test
    void aDeclaredHostIsNotAskedOverHttp() {
        assertThat(
                        failure(
                                Kind.REJECTED,
                                () -> send(VendorRequest.get("http://api.example.com/list"))))
                .hasMessageContaining("https");
    }

    @Test
    void refusesLineBreaksInHeadersAndUrls() {
        failure(Kind.REJECTED, () -> send(fixture.get("/list").header("X-A", "a\r\nX-B: 5ecret")));
        failure(Kind.REJECTED, () -> send(fixture.get("/list").header("X-A\r\nX-B", "a")));
        failure(Kind.REJECTED, () -> send(fixture.get("/list\r\nX-B:5ecret")));
        failure(
                Kind.REJECTED,
                () -> send(fixture.get("/list").header("Host", "elsewhere.example")));

        assertThat(fixture.vendor.connections()).isZero();
    }

    @Test
    void aCredentialWithALineBreakIsSaidAndNotShown() {
        AccountVendor vendor =
                fixture.egress.connect(
                        fixture.account(Map.of("api_key", "key-5ecret\n")),
                        TestProvider.with(BY_KEY),
                        Deadline.in(Duration.ofSeconds(30)),
                        20);

        assertThat(failure(Kind.REJECTED, () -> vendor.send(fixture.get("/list").build())))
                .hasMessageContaining("X-Key")
                .hasMessageContaining("credentials");
    }

    @Test
    void refusesACredentialTheAccountDoesNotHave() {
        assertThat(
                        failure(
                                Kind.BAD_CREDENTIALS,
                                () -> send(fixture.post("/list").json("x", Secret.of("email")))))
                .hasMessage("The account has no credential email.");
    }

    @Test
    void notesCallsWithoutSecrets() {
        AccountVendor vendor = fixture.connect(TestProvider.with(BY_KEY));
        vendor.send(fixture.get("/list").query("leak", "very-5ecret").query("page", 2).build());

        assertThat(vendor.calls())
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.method()).isEqualTo("GET");
                    assertThat(call.url())
                            .isEqualTo(fixture.vendor.url() + "/list?leak=[redacted]&page=2");
                    assertThat(call.status()).isEqualTo(200);
                    assertThat(call.duration()).isPositive();
                });
        assertThat(vendor.toString() + fixture.egress + vendor.calls()).doesNotContain("5ecret");
    }

    @Test
    void remembersForTheAccountAndSaysWhatDoesNotBind() {
        AccountVendor vendor = fixture.connect(TestProvider.with(BY_KEY));

        assertThat(vendor.recall("stages")).contains("a1/stages");
        assertThat(
                        failure(
                                Kind.UNUSABLE_ANSWER,
                                () ->
                                        vendor.bind(
                                                VendorResponse.of(
                                                        200,
                                                        Map.of(),
                                                        "key-5ecret"
                                                                .getBytes(StandardCharsets.UTF_8)),
                                                Item.class)))
                .hasMessageContaining("no Item in [redacted]");
    }

    private record Item() {}

    private void send(VendorRequest.Builder request) {
        fixture.connect(TestProvider.with(BY_KEY)).send(request.build());
    }

    private WireRequest received() {
        assertThat(fixture.vendor.received()).hasSize(1);
        return fixture.vendor.received().getFirst();
    }
}
