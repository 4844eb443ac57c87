package io.convene.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The configuration file that is delivered says every key and every default. */
class ConfigKeysTests {
    private static final Path DELIVERED =
            Path.of("..", "support", "distribution", "src", "main", "conf", "convene.yaml");

    @TempDir private Path folder;

    @Test
    void areAllInTheDeliveredFile() throws IOException {
        Path file = Files.writeString(folder.resolve("all.yaml"), withExamples());
        Problems problems = new Problems();
        Node.Mapping content = ConfigFile.read(file, problems);
        Set<String> shown = new HashSet<>();
        collect(content, "", shown);
        ConfigKeys.check(content, problems);

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
                "servr: {port: 1}|servr|server",
                "server: {writeTimeout: PT1S}|server.writeTimeout|server.write-timeout",
                "server: {cors: {origin: x}}|server.cors.origin|server.cors.origins",
                "api: {max-vendor-cals: 1}|api.max-vendor-cals|api.max-vendor-calls",
                "acounts: [{id: x}]|acounts|accounts",
                "accounts: [{intgration: x}]|accounts.0.intgration|accounts.0.integration",
                "accounts: [{setings: {a: x}}]|accounts.0.setings|accounts.0.settings"
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
        ConfigKeys.check(ConfigFile.read(file, problems), problems);
        return problems.found();
    }

    private static void collect(Node node, String key, Set<String> keys) {
        keys.add(key);
        switch (node) {
            case Node.Scalar _ -> {}
            case Node.Sequence(List<Node> entries) ->
                    entries.forEach(entry -> collect(entry, key + "[]", keys));
            case Node.Mapping(Map<String, Node> values) ->
                    values.forEach((name, value) -> collect(value, Names.join(key, name), keys));
        }
    }

    /** The file with the keys in its comments. */
    private static String withExamples() throws IOException {
        return Files.readString(DELIVERED)
                .replaceAll("(?m)^#(?= +(- )?[a-z0-9_-]+:( |$))", "")
                .replaceAll("(?m)^( +)# (?=[a-z-]+:( |$))", "$1")
                .replaceAll("(?m)^(tokens|accounts): \\[]$", "$1:");
    }
}
