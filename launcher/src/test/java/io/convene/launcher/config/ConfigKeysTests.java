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
import java.util.List;
import java.util.Map;

/**
 * The delivered configuration file and the documentation show every key as it is stated once;
 * {@code -Ddocs.rewrite=true} writes both.
 */
class ConfigKeysTests {
    private static final Path DELIVERED =
            Path.of("..", "support", "distribution", "src", "main", "conf", "convene.yaml");

    private static final Path DOCUMENTED = Path.of("..", "docs", "operate", "configuration.md");

    @TempDir private Path folder;

    @Test
    void areAllInTheDeliveredFile() throws IOException {
        assertThat(written(DELIVERED, ConfigPages.yaml())).isEqualTo(ConfigPages.yaml());
    }

    @Test
    void areAllInTheDocumentation() throws IOException {
        String page = Files.readString(DOCUMENTED);
        int start = page.indexOf("| key | value |");
        int end = page.indexOf("\n\n", start) + 1;
        String expected = page.substring(0, start) + ConfigPages.table() + page.substring(end);

        assertThat(written(DOCUMENTED, expected)).isEqualTo(expected);
    }

    @Test
    void haveExamplesThatCanBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("all.yaml"), withExamples());
        Problems problems = new Problems();
        KeyCheck.check(ConfigFile.read(file, problems), problems);

        assertThat(problems.found()).isEmpty();
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
                "apy: {deadline: PT1S}|apy|api",
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
        KeyCheck.check(ConfigFile.read(file, problems), problems);
        return problems.found();
    }

    /** The file's text, after it was written again if that is asked for. */
    private static String written(Path file, String text) throws IOException {
        if (Boolean.getBoolean("docs.rewrite")) {
            Files.writeString(file, text);
        }
        return Files.readString(file);
    }

    /** The file with the keys in its comments. */
    private static String withExamples() throws IOException {
        return Files.readString(DELIVERED)
                .replaceAll("(?m)^#(?= +(- )?[a-z0-9_-]+:( |$))", "")
                .replaceAll("(?m)^(tokens|accounts): \\[]$", "$1:");
    }
}
