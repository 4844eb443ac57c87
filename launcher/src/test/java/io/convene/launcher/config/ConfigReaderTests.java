package io.convene.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.launcher.accounts.Scope;
import io.convene.launcher.admission.Shares;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class ConfigReaderTests {
    private static final String HASH = "a".repeat(64);

    @TempDir private Path folder;

    @Test
    void readsAWholeConfiguration() throws IOException {
        LauncherConfig config =
                read(
                        """
                        server: {host: 127.0.0.1, port: 0, max-connections: 700}
                        providers: {directory: bundles, required: [greenhouse], owners: {acme: com.acme.convene}}
                        egress: {allow: ["127.0.0.1:9090"]}
                        api: {default-limit: 50, max-limit: 200, deadline: PT5S, max-vendor-calls: 3, cursor-keys: [k1, k2]}
                        tokens:
                          - {name: backend, sha256: "%s", scopes: [read, raw], accounts: ["*"]}
                        accounts:
                          - id: 62f44730-dd91-461e-bd6a-aedd9e0ad79d
                            tenant_id: acme
                            integration: greenhouse
                            provider-version: "1.x"
                            credentials: {client_id: id, client_secret: secret}
                            settings: {base_url: "http://127.0.0.1:9090"}
                        """
                                .formatted(HASH));

        assertThat(config.server())
                .isEqualTo(
                        new ServerConfig(
                                "127.0.0.1",
                                0,
                                Optional.empty(),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(25),
                                700,
                                Set.of()));
        assertThat(config.admission().maxRequests()).isGreaterThan(16);
        assertThat(config.admission().queue()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.admission().shares()).isEqualTo(new Shares(25, 90, 90));
        assertThat(config.providers().directory()).isEqualTo(folder.resolve("bundles"));
        assertThat(config.providers().required()).containsExactly("greenhouse");
        assertThat(config.providers().owners()).containsEntry("acme", "com.acme.convene");
        assertThat(config.allowedHosts()).containsExactly("127.0.0.1:9090");
        assertThat(config.api().deadline()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.api().cursorKeys()).containsExactly("k1", "k2");
        assertThat(config.tokens().getFirst().scopes())
                .containsExactlyInAnyOrder(Scope.READ, Scope.RAW);
        assertThat(config.accounts().getFirst().credentials())
                .containsEntry("client_secret", "secret");
        assertThat(config.accounts().getFirst().providerVersion()).contains("1.x");
        assertThat(config.accounts().getFirst()).asString().doesNotContain("secret");
    }

    @Test
    void takesOneOfTwoCompatibilities() throws IOException {
        assertThat(read("api: {compatibility: original}\n").api().compatibility())
                .isEqualTo(Compatibility.ORIGINAL);
        assertThatThrownBy(() -> read("api: {compatibility: loose}\n"))
                .hasMessageContaining(
                        "api.compatibility: 'loose' is not offered; use original or strict");
    }

    @Test
    void opensMetricsOnlyWhenItIsSaid() throws IOException {
        assertThat(read("server: {port: 0}\n").metrics().open()).isFalse();
        assertThat(read("metrics: {open: false}\n").metrics().open()).isFalse();
        assertThat(read("metrics: {open: true}\n").metrics().open()).isTrue();
        assertThatThrownBy(() -> read("metrics: {open: sure}\n"))
                .hasMessageContaining("metrics.open: 'sure' is not offered; use false or true");
        assertThatThrownBy(() -> read("metrics: {opened: true}\n"))
                .hasMessageContaining("metrics.opened: this key is unknown");
    }

    @Test
    void hasADefaultForEverythingButTokensAndAccounts() throws IOException {
        LauncherConfig config = read("server: {port: 8080}\n");

        assertThat(config.api().defaultLimit()).isEqualTo(100);
        assertThat(config.api().compatibility()).isEqualTo(Compatibility.STRICT);
        assertThat(config.api().maxLimit()).isEqualTo(500);
        assertThat(config.api().deadline()).isEqualTo(Duration.ofSeconds(25));
        assertThat(config.providers().directory()).isEqualTo(folder.resolve("providers"));
        assertThat(config.accounts()).isEmpty();
    }

    @Test
    void readsRatesAndThatTheyAreOff() throws IOException {
        assertThat(read("limits: {per-token: 7/PT1M}\n").rateLimits())
                .isEqualTo(
                        new RateLimitsConfig(
                                Optional.of(new Rate(7, Duration.ofMinutes(1))),
                                Optional.of(new Rate(50, Duration.ofSeconds(10)))));
        assertThat(read("limits: {per-token: off, per-account: \"off\"}\n").rateLimits())
                .isEqualTo(new RateLimitsConfig(Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "5", "0/PT1S", "5/10s", "5/PT0S", "5/-PT1S", "5/P2D", "/PT1S"})
    void refusesWhatIsNoRate(String text) {
        assertThatThrownBy(() -> read("limits: {per-account: \"" + text + "\"}\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("limits.per-account: '" + text + "' is not a rate: ")
                .hasMessageContaining("write it like 50/PT10S, or off");
    }

    @Test
    void letsAnOverrideWin() throws IOException {
        assertThat(read("server: {port: 8080}\n", Map.of("server.port", "9")).server().port())
                .isEqualTo(9);
    }

    @Test
    void listsEveryProblemAtOnceWithItsKeyAndTheFix() {
        assertThatThrownBy(() ->
                        read(
                                """
                                server: {port: 99999, prot: 1}
                                api: {deadline: soon, default-limit: 900}
                                tokens:
                                  - {name: backend, sha256: "cv_this-is-the-token-itself", scopes: [write], accounts: []}
                                accounts:
                                  - {id: 42, integration: greenhouse}
                                  - {integration: ashby, credentials: {api_key: "${CONVENE_TESTS_NOT_SET}"}}
                                """))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("server.port")
                .hasMessageContaining("server.prot: this key is unknown")
                .hasMessageContaining("api.deadline")
                .hasMessageContaining("api.default-limit")
                .hasMessageContaining("tokens.0.sha256")
                .hasMessageContaining("tokens.0.scopes: 'write' is not a scope; ")
                .hasMessageContaining("tokens.0.accounts: it is missing; ")
                .hasMessageContaining("accounts.0.id")
                .hasMessageContaining("accounts.0.credentials")
                .hasMessageContaining("accounts.1.id")
                .hasMessageContaining("accounts.1.credentials.api_key")
                .hasMessageNotContaining("cv_this-is-the-token-itself");
    }

    @Test
    void namesThePlaceOfASyntaxErrorAndQuotesNothing() {
        assertThatThrownBy(() -> read("accounts:\n  - credentials: {password: \"hunter2\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("line ")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void punctuatesEveryProblemOnce() {
        Problems problems = new Problems();
        problems.add("key", "It is wrong.", "see the docs;.");
        problems.add("key", "a sentence with\nits remedy.");

        assertThat(problems.found())
                .containsExactly(
                        "key: It is wrong; see the docs.", "key: a sentence with its remedy.");
    }

    @Test
    void comparesIdsOfTokensAndAccountsWithoutCase() throws IOException {
        LauncherConfig config =
                read(
                        """
                        tokens: [{name: a, sha256: "%s", accounts: [62F44730-DD91-461E-BD6A-AEDD9E0AD79D]}]
                        accounts: [{id: 62F44730-dd91-461e-bd6a-aedd9e0ad79d, integration: a, credentials: {k: v}}]
                        """
                                .formatted(HASH));

        assertThat(config.tokens().getFirst().mayUse(config.accounts().getFirst().id())).isTrue();
    }

    @Test
    void saysHowManyProblemsItLeftOut() {
        Problems problems = new Problems();
        for (int i = 0; i < 10_000; i++) {
            problems.add("accounts." + i, "it is wrong", "correct it");
        }

        assertThatThrownBy(problems::throwIfAny)
                .hasMessageStartingWith("The configuration has 10000 problems:")
                .hasMessageEndingWith("\n  and 9500 more.");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> ConfigReader.read(folder.resolve("none.yaml"), Map.of(), folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no such file");
    }

    private LauncherConfig read(String yaml) throws IOException {
        return read(yaml, Map.of());
    }

    private LauncherConfig read(String yaml, Map<String, String> overrides) throws IOException {
        Path file = folder.resolve("convene.yaml");
        Files.writeString(file, yaml);
        return ConfigReader.read(file, overrides, folder);
    }
}
