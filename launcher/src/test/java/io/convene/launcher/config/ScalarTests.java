package io.convene.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Every value of the configuration is the text as written. */
class ScalarTests {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0012345",
                "1e5",
                "1E+5",
                "010",
                "0o17",
                "0x1F",
                "0b101",
                "1_000",
                "1.10",
                "1.0",
                ".5",
                ".inf",
                "-.INF",
                ".nan",
                "1:30",
                "190:20:30",
                "2026-01-01",
                "2026-01-01T00:00:00Z",
                "yes",
                "No",
                "on",
                "OFF",
                "y",
                "true",
                "False",
                "+12",
                "-0",
                "12345678901234567890",
                "=",
                "a#b",
                "a:b",
                "two words",
                "Müller",
                "\uD83D\uDD11"
            })
    void areNeverConverted(String text) throws IOException {
        var account =
                read("""
                accounts:
                  - id: 62f44730-dd91-461e-bd6a-aedd9e0ad79d
                    tenant_id: %1$s
                    integration: %1$s
                    provider-version: %1$s
                    credentials: {plain: %1$s, single: '%1$s', double: "%1$s"}
                    settings:
                      plain: %1$s
                """
                                .formatted(text))
                        .accounts()
                        .getFirst();

        assertThat(account.credentials())
                .isEqualTo(Map.of("plain", text, "single", text, "double", text));
        assertThat(account.settings()).isEqualTo(Map.of("plain", text));
        assertThat(account.tenantId()).isEqualTo(text);
        assertThat(account.integration()).isEqualTo(text);
        assertThat(account.providerVersion()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0012345", "1e5", "2026-01-01", "yes", "0x1F"})
    void areNeverConvertedInListsAndNames(String text) throws IOException {
        LauncherConfig config =
                read(
                        """
                        providers: {directory: %1$s, required: [%1$s], owners: {%1$s: %1$s}}
                        egress: {allow: [%1$s]}
                        api:
                          cursor-keys:
                            - %1$s
                        tokens:
                          - {name: %1$s, sha256: "%2$s", accounts: %1$s}
                        """
                                .formatted(text, "a".repeat(64)));

        assertThat(config.providers().directory()).isEqualTo(folder.resolve(text));
        assertThat(config.providers().required()).containsExactly(text);
        assertThat(config.providers().owners()).isEqualTo(Map.of(text, text));
        assertThat(config.allowedHosts()).containsExactly(text);
        assertThat(config.api().cursorKeys()).containsExactly(text);
        assertThat(config.tokens().getFirst().name()).isEqualTo(text);
    }

    @Test
    void followTheRulesOfYamlForQuotesAndLines() throws IOException {
        assertThat(
                        settings(
                                """
                                plain: one
                                  two
                                single: 'it''s # no comment'
                                double: "tab\\tend \\u00e9"
                                folded: >-
                                  one
                                  two
                                literal: |
                                  one
                                  two
                                tagged: !!int 007
                                """))
                .isEqualTo(
                        Map.of(
                                "plain", "one two",
                                "single", "it's # no comment",
                                "double", "tab\tend é",
                                "folded", "one two",
                                "literal", "one\ntwo\n",
                                "tagged", "007"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "NULL", "!!null x", "''", "\"  \""})
    void areMissingWhereYamlSaysNullOrNothing(String text) throws IOException {
        assertThat(settings("empty: " + text + "\nnext: 1\n")).isEqualTo(Map.of("next", "1"));
        assertThat(read("server: {host: " + text + "}\n").server().host()).isEqualTo("0.0.0.0");
    }

    @Test
    void sayNullInQuotes() throws IOException {
        assertThat(settings("a: 'null'\nb: \"~\"\n")).isEqualTo(Map.of("a", "null", "b", "~"));
    }

    @ParameterizedTest
    @CsvSource({"0100, 100", "7, 7", "010, 10", "'\"0100\"', 100"})
    void areDecimalNumbers(String text, int number) throws IOException {
        assertThat(read("api: {max-items: " + text + "}\n").api().maxItems()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "0x1F", "1_000", "+5", "1.0", "1:30", "yes", "-1"})
    void areRefusedWhereANumberIsNeeded(String text) {
        assertThatThrownBy(() -> read("api: {max-items: " + text + "}\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(
                        "api.max-items: '" + text + "' is not a number from 1 to 10000000;");
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "On, true", "TRUE, true", "no, false", "off, false", "False, false"})
    void areTruthValuesAsBefore(String text, boolean open) throws IOException {
        assertThat(read("metrics: {open: " + text + "}\n").metrics().open()).isEqualTo(open);
    }

    @Test
    void switchRatesOffWithoutQuotes() throws IOException {
        assertThat(read("limits: {per-token: off}\n").rateLimits().perToken()).isEmpty();
        assertThat(read("limits: {per-account: PT1S}\napi: {deadline: PT7S}\n", false).api())
                .extracting(ApiConfig::deadline)
                .isEqualTo(Duration.ofSeconds(7));
    }

    private Map<String, String> settings(String yaml) throws IOException {
        String account =
                """
                accounts:
                  - id: 62f44730-dd91-461e-bd6a-aedd9e0ad79d
                    integration: acme
                    credentials: {k: v}
                    settings:
                """;
        return read(account + yaml.indent(6)).accounts().getFirst().settings();
    }

    private LauncherConfig read(String yaml) throws IOException {
        return read(yaml, true);
    }

    private LauncherConfig read(String yaml, boolean flawless) throws IOException {
        Path file = Files.writeString(folder.resolve("convene.yaml"), yaml);
        Problems problems = new Problems();
        LauncherConfig config = ConfigReader.read(file, Map.of(), folder, problems);
        if (flawless) {
            problems.throwIfAny();
        }
        return config;
    }
}
