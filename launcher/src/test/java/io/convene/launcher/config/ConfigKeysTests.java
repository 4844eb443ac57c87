package io.convene.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The configuration file that is delivered says every key and every default. */
class ConfigKeysTests {
    private static final Path DELIVERED =
            Path.of("..", "support", "distribution", "src", "main", "conf", "convene.yaml");

    @TempDir private Path folder;

    @Test
    void areAllInTheDeliveredFile() throws IOException {
        Path file = Files.writeString(folder.resolve("all.yaml"), withExamples());
        Set<String> shown =
                Config.just(ConfigSources.file(file))
                        .traverse()
                        .map(node -> node.key().toString().replaceAll("\\.\\d+", "[]"))
                        .collect(Collectors.toSet());
        Problems problems = new Problems();
        ConfigKeys.check(file, problems);

        assertThat(problems.found()).isEmpty();
        assertThat(ConfigKeys.ALL)
                .extracting(key -> key.replaceFirst("(\\[]|\\.\\*)$", ""))
                .allSatisfy(key -> assertThat(shown).contains(key));
    }

    @Test
    void haveTheirDefaultsInTheDeliveredFile() throws IOException {
        Path none = Files.writeString(folder.resolve("none.yaml"), "server: {}\n");

        assertThat(ConfigReader.read(DELIVERED, Map.of(), folder))
                .isEqualTo(ConfigReader.read(none, Map.of(), folder));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server: {prot: 1}|server.prot|server.port",
                "servr: {port: 1}|servr.port|server",
                "server: {writeTimeout: PT1S}|server.writeTimeout|server.write-timeout",
                "server: {cors: {origin: x}}|server.cors.origin|server.cors.origins",
                "api: {max-vendor-cals: 1}|api.max-vendor-cals|api.max-vendor-calls",
                "acounts: [{id: x}]|acounts.0.id|accounts",
                "accounts: [{intgration: x}]|accounts.0.intgration|accounts[].integration",
                "accounts: [{setings: {a: x}}]|accounts.0.setings.a|accounts[].settings"
            })
    void areSuggestedWhereOneIsNear(String yaml, String key, String near) throws IOException {
        assertThat(problems(yaml))
                .anySatisfy(
                        problem -> assertThat(problem).contains(key, "perhaps to " + near + ","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server: {threads: 1}",
                "database: {url: x}",
                "api: {page-size: 1}",
                "accounts: [{user: x}]"
            })
    void areNotSuggestedWhereNoneIsNear(String yaml) throws IOException {
        assertThat(problems(yaml))
                .anySatisfy(problem ->
                        assertThat(problem)
                                .contains("this key is unknown")
                                .doesNotContain("perhaps"));
    }

    private List<String> problems(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("some.yaml"), yaml + "\n");
        Problems problems = new Problems();
        ConfigKeys.check(file, problems);
        return problems.found().stream().map(String::valueOf).toList();
    }

    /** The file with the keys in its comments. */
    private static String withExamples() throws IOException {
        return Files.readString(DELIVERED)
                .replaceAll("(?m)^#(?= +(- )?[a-z0-9_-]+:( |$))", "")
                .replaceAll("(?m)^( +)# (?=[a-z-]+:( |$))", "$1")
                .replaceAll("(?m)^(tokens|accounts): \\[]$", "$1:");
    }
}
