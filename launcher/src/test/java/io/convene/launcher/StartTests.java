package io.convene.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.launcher.config.ConfigException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;

/** A start reports all mistakes at once. */
class StartTests {
    private static final String ACCOUNT = "62f44730-dd91-461e-bd6a-aedd9e0ad79d";
    private static final String PROVIDER =
            """
            public ProviderDescriptor descriptor() {
                return ProviderDescriptor.builder("Acme").host("api.acme.example")
                    .setting(Setting.url("base_url").defaultValue("https://api.acme.example"))
                    .setting(Setting.url("token_url"))
                    .setting(Setting.url("endpoint").defaultValue("https://api.acme.example/x"))
                    .setting(Setting.text("note"))
                    .authentication(Authentication.builder("key").requires("api_key").header("X-Key", Secret.of("api_key")).build()).build();
            }
            public java.util.List<String> problems(Settings settings) {
                return settings.find("note").filter(note -> note.equals("bad"))
                    .map(note -> java.util.List.of("note is 'bad'; write a good one.")).orElse(java.util.List.of());
            }
            """;

    private static final String TYPED =
            """
            public ProviderDescriptor descriptor() {
                return ProviderDescriptor.builder("Acme").host("api.acme.example")
                    .setting(Setting.zone("zone"))
                    .setting(Setting.duration("delay"))
                    .setting(Setting.choice("version", "v2", "v1").defaultValue("v2"))
                    .setting(Setting.text("tenant").required().help("The tenant's name."))
                    .authentication(Authentication.builder("key").requires("api_key").header("X-Key", Secret.of("api_key")).build()).build();
            }
            public java.util.List<String> problems(Settings settings) {
                settings.zone("zone");
                return java.util.List.of();
            }
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "base_url, api.acme.example",
        "base_url, localhost:9090/x",
        "base_url, //api.acme.example",
        "base_url, https://",
        "base_url, https:///path",
        "base_url, https:api.acme.example",
        "base_url, two words",
        "token_url, token.acme.example/oauth",
        "token_url, http:/x",
        "endpoint, api.acme.example/x"
    })
    void tellsOfAUrlWithoutSchemeOrHost(String setting, String url) {
        assertThatThrownBy(() -> start("settings: {%s: \"%s\"}".formatted(setting, url)))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("The configuration has one problem:")
                .hasMessageContaining("account %s (acme) settings.%s: ".formatted(ACCOUNT, setting))
                .hasMessageContaining("host")
                .hasMessageNotContaining(".;");
    }

    @Test
    void tellsTheProblemsOfTheFileOfAccountsAndOfBundlesAtOnce() {
        assertThatThrownBy(() ->
                        start(
                                """
                                credentials: {api_key: k, spare: s}
                                    provider-version: "!!"
                                    settings: {note: bad, base_url: "https://other.example", unknown: 1, quota: often}
                                server: {prot: 1}
                                providers: {required: [absent]}
                                egress: {allow: ["https://x"]}
                                api: {deadline: soon}\
                                """))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("The configuration has 10 problems:")
                .hasMessageContaining(
                        "server.prot: this key is unknown; correct its name, perhaps to server.port, or remove it.")
                .hasMessageContaining("api.deadline: ")
                .hasMessageContaining("egress.allow: ")
                .hasMessageContaining("account " + ACCOUNT + " provider-version: ")
                .hasMessageContaining("credentials.spare: ")
                .hasMessageContaining("settings.unknown: ")
                .hasMessageContaining("settings.quota: ")
                .hasMessageContaining("(acme) settings: note is 'bad'; write a good one.\n")
                .hasMessageContaining("settings.base_url: The host other.example is neither")
                .hasMessageContaining("providers.required: 'absent' is not active; ")
                .hasMessageNotContaining(".;")
                .hasMessageNotContaining("..");
    }

    @Test
    void tellsOfSettingsThatAreMissingOrNotOfTheirType() {
        assertThatThrownBy(() ->
                        start(
                                "settings: {zone: Mars, delay: 5 s, version: v3, quota: often}",
                                TYPED))
                .hasMessageStartingWith("The configuration has 5 problems:")
                .hasMessageContaining(
                        problem(
                                "zone",
                                "'Mars' is not a time zone; write an IANA name such as America/Los_Angeles, or an offset such as +02:00"))
                .hasMessageContaining(
                        problem(
                                "delay",
                                "'5 s' is not a duration; write it in ISO 8601, such as PT30S"))
                .hasMessageContaining(problem("version", "'v3' is not offered; use v2 or v1"))
                .hasMessageContaining(problem("quota", "'often' is not a quota; write 1 to 10000"))
                .hasMessageContaining(
                        problem("tenant", "it is missing; set it: The tenant's name.\n"));
    }

    @Test
    void quotesNoCredentialThatIsInASetting() {
        assertThatThrownBy(() ->
                        start(
                                "credentials: {api_key: 5ecret-key}\n    settings: {tenant: a, version: 5ecret-key}",
                                TYPED))
                .hasMessageContaining(
                        problem("version", "'[redacted]' is not offered; use v2 or v1"))
                .hasMessageNotContaining("5ecret");
    }

    private static String problem(String setting, String said) {
        return "account %s (acme) settings.%s: %s".formatted(ACCOUNT, setting, said);
    }

    @Test
    void namesAnAccountWhoseIntegrationIsUnknown() throws Exception {
        String yaml = account("acne", "");
        try (Launcher launcher = new Installation(folder).bundle("acme", PROVIDER).start(yaml)) {
            HttpResponse<String> ready = Installation.get(launcher, "/health/ready");
            HttpResponse<String> admin = Installation.get(launcher, "/admin/providers");

            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body())
                    .isEqualTo(
                            "{\"status\":\"UP\",\"degraded\":[\"no active bundle serves 1 account of the integration 'acne'\"]}");
            assertThat(admin.body())
                    .endsWith(
                            "\"unserved_accounts\":[{\"integrated_account_id\":\"%s\",\"integration\":\"acne\",\"provider_version\":null,\"reason\":\"there is no bundle for the integration 'acne'\",\"fix\":\"did you mean 'acme'? Otherwise put its bundle into the providers folder\"}]}"
                                    .formatted(ACCOUNT));
            assertThat(Installation.get(launcher, "/health/live").body())
                    .isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void namesAnAccountWhoseVersionIsNotThere() throws Exception {
        String yaml = account("acme", "provider-version: 9.x");
        try (Launcher launcher = new Installation(folder).bundle("acme", PROVIDER).start(yaml)) {
            assertThat(Installation.get(launcher, "/health/ready").body())
                    .contains("1 account of the integration 'acme' of version 9.x");
            assertThat(Installation.get(launcher, "/admin/providers").body())
                    .contains(
                            "\"reason\":\"its provider-version '9.x' fits none of the active versions (1.0.0)\"");
        }
    }

    @Test
    void namesAnAccountWhoseBundleWasRefused() throws Exception {
        String broken = "public Acme() { throw new IllegalStateException(); }";
        try (Launcher launcher =
                new Installation(folder).bundle("acme", broken).start(account("acme", ""))) {
            assertThat(Installation.get(launcher, "/admin/providers").body())
                    .contains("\"reason\":\"its bundle acme-1.0.0.jar is not active (PRV-");
        }
    }

    @Test
    void listsNoAccountThatIsServed() throws Exception {
        try (Launcher launcher =
                new Installation(folder).bundle("acme", PROVIDER).start(account("acme", ""))) {
            assertThat(Installation.get(launcher, "/health/ready").body())
                    .isEqualTo("{\"status\":\"UP\"}");
            assertThat(Installation.get(launcher, "/admin/providers").body())
                    .endsWith("\"unserved_accounts\":[]}");
        }
    }

    @Test
    void startsWithTenThousandAccountsAndAnswersForEach() throws Exception {
        StringBuilder yaml = new StringBuilder("accounts:\n");
        for (int i = 0; i < 10_000; i++) {
            yaml.append(
                    """
                      - id: %s
                        tenant_id: "%05d"
                        integration: %s
                        credentials: {api_key: secret-%d}
                        settings: {base_url: "https://api.acme.example/%d"}
                    """
                            .formatted(id(i), i, i % 2 == 0 ? "acme" : "absent", i, i));
        }
        try (Launcher launcher =
                new Installation(folder).bundle("acme", PROVIDER).start(yaml.toString())) {
            String list = "/unified/ats/interviews?integrated_account_id=";

            assertThat(Installation.get(launcher, list + id(9_998)).statusCode()).isEqualTo(404);
            assertThat(Installation.get(launcher, list + id(9_999)).statusCode()).isEqualTo(503);
            assertThat(Installation.get(launcher, "/health/ready").body())
                    .contains("5000 accounts of the integration 'absent'");
            String bundles = Installation.get(launcher, "/admin/providers").body();
            assertThat(bundles.substring(bundles.indexOf("\"unserved_accounts\"")))
                    .contains(id(9_999).toString())
                    .doesNotContain(id(9_998).toString());
        }
    }

    private static UUID id(int number) {
        return new UUID(0x4000L, 0x8000000000000000L | number);
    }

    private static String account(String integration, String more) {
        return """
        accounts:
          - id: %s
            integration: %s
            credentials: {api_key: k}
            %s
        """
                .formatted(ACCOUNT, integration, more);
    }

    private void start(String rest) throws Exception {
        start(rest, PROVIDER);
    }

    private void start(String rest, String provider) throws Exception {
        String credentials =
                rest.startsWith("credentials") ? "" : "    credentials: {api_key: k}\n";
        String yaml =
                "accounts:\n  - id: %s\n    integration: acme\n%s    %s\n"
                        .formatted(ACCOUNT, credentials, rest);
        try (Launcher launcher = new Installation(folder).bundle("acme", provider).start(yaml)) {
            throw new AssertionError("it listens on port " + launcher.port());
        }
    }
}
