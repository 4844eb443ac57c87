package io.convene.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convene.launcher.accounts.Account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Values override the configuration file, and variables are put into its values. */
class EnvironmentTests {
    private static final String ACCOUNT =
            """
            accounts:
              - id: 62f44730-dd91-461e-bd6a-aedd9e0ad79d
                integration: acme
                credentials: {api_key: "%s"}
            """;

    private final Map<String, String> options = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"s3cret\n", "s3cret\r\n", "s3cret\n\n", "s3cret"})
    void losesTheLineBreakAtTheEndOfASecret(String secret) throws IOException {
        variables.put("SECRET", secret);
        variables.put("ACCOUNTS_0_TENANT_ID", secret);

        Account account = read(ACCOUNT.formatted("${SECRET}")).accounts().getFirst();
        assertThat(account.credentials()).containsEntry("api_key", "s3cret");
        assertThat(account.tenantId()).isEqualTo("s3cret");

        String block =
                "accounts:\n"
                        + "  - {id: 62f44730-dd91-461e-bd6a-aedd9e0ad79d, integration: a, credentials: {k: \"s3cret\\n\"}}\n";
        assertThat(read(block).accounts().getFirst().credentials()).containsEntry("k", "s3cret");
    }

    @Test
    void putsVariablesIntoValuesAsTheyAre() throws IOException {
        variables.put("USER", "u${SER}\\$1");
        variables.put("HOST", "0012345");
        properties.put("from.property", "p");

        assertThat(credential("a-${USER}-${HOST}-${from.property}"))
                .isEqualTo("a-u${SER}\\$1-0012345-p");
        assertThat(credential("${accounts.0.integration}")).isEqualTo("acme");
        assertThat(credential("\\\\${USER} costs $5 {}")).isEqualTo("${USER} costs $5 {}");
    }

    @Test
    void namesTheKeyOfAVariableThatIsNotSetAndNothingElse() {
        for (String text : new String[] {"${NONE}", "a${}b", "${accounts.0.credentials.api_key}"}) {
            assertThatThrownBy(() -> read(ACCOUNT.formatted(text)))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageStartingWith("The configuration has one problem:")
                    .hasMessageContaining(
                            "accounts.0.credentials.api_key: it refers to an environment variable that is not set;");
        }
    }

    @Test
    void overridesKeysOfTheFileInOrder() throws IOException {
        String yaml = "server: {port: 1, host: file}\napi: {max-items: 1, max-limit: 1}\n";
        variables.put("SERVER_PORT", "2");
        variables.put("SERVER_HOST", "variable");
        variables.put("API_MAX_ITEMS", "2");
        variables.put("API_MAX_DASH_LIMIT", "2");
        properties.put("server.port", "3");
        properties.put("server.host", "property");
        options.put("server.port", "4");

        LauncherConfig config = read(yaml);
        assertThat(config.server().port()).isEqualTo(4);
        assertThat(config.server().host()).isEqualTo("property");
        assertThat(config.api().maxItems()).isEqualTo(2);
        assertThat(config.api().maxLimit()).isEqualTo(2);
    }

    @Test
    void addsKeysThatTheFileLacks() throws IOException {
        variables.put("EGRESS_ALLOW", "a.example, b.example:81");
        properties.put("accounts.0.credentials.second", "007");
        properties.put("accounts.1.id", "62f44730-dd91-461e-bd6a-aedd9e0ad79e");
        properties.put("accounts.1.integration", "other");
        properties.put("accounts.1.credentials.with.dots", "x");
        properties.put("providers.owners.acme", "com.acme");
        properties.put("providers.required.0", "acme");
        properties.put("server.unknown", "ignored");

        LauncherConfig config = read(ACCOUNT.formatted("k"));
        assertThat(config.allowedHosts()).containsExactlyInAnyOrder("a.example", "b.example:81");
        assertThat(config.accounts().getFirst().credentials())
                .isEqualTo(Map.of("api_key", "k", "second", "007"));
        assertThat(config.accounts().get(1).credentials()).isEqualTo(Map.of("with.dots", "x"));
        assertThat(config.providers().owners()).isEqualTo(Map.of("acme", "com.acme"));
        assertThat(config.providers().required()).containsExactly("acme");
    }

    @Test
    void saysWhereAWrongValueComesFrom() {
        variables.put("SERVER_PORT", "tcp://10.0.0.1:80");
        properties.put("api.deadline", "soon");

        assertThatThrownBy(() -> read("server: {}\n"))
                .hasMessageContaining(
                        "server.port (from the environment variable SERVER_PORT): 'tcp://10.0.0.1:80' is not a number from 0 to 65535;")
                .hasMessageContaining(
                        "api.deadline (from the system property api.deadline): 'soon' is not a duration");
    }

    @Test
    void readsKeysWithDots() throws IOException {
        LauncherConfig config =
                read(
                        """
                        server.port: 5
                        server: {cors.origins: ["https://a.example"], host: h}
                        providers.owners: {a.b: c}
                        """);

        assertThat(config.server().port()).isEqualTo(5);
        assertThat(config.server().host()).isEqualTo("h");
        assertThat(config.server().corsOrigins()).containsExactly("https://a.example");
        assertThat(config.providers().owners()).isEqualTo(Map.of("a.b", "c"));
        assertThatThrownBy(() -> read("server.port: 5\nserver: {port: 6}\n"))
                .hasMessageContaining("server.port: it is given twice");
    }

    @Test
    void readsProperties() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("convene.properties"),
                        """
                        server.port=5
                        egress.allow=a.example,b.example
                        providers.required.0=acme
                        accounts.0.id=62f44730-dd91-461e-bd6a-aedd9e0ad79d
                        accounts.0.integration=acme
                        accounts.0.credentials.key=0012345
                        """);
        Problems problems = new Problems();
        LauncherConfig config = ConfigReader.read(file, environment(), folder, problems);

        problems.throwIfAny();
        assertThat(config.server().port()).isEqualTo(5);
        assertThat(config.allowedHosts()).containsExactlyInAnyOrder("a.example", "b.example");
        assertThat(config.providers().required()).containsExactly("acme");
        assertThat(config.accounts().getFirst().credentials()).isEqualTo(Map.of("key", "0012345"));
    }

    private String credential(String text) throws IOException {
        return read(ACCOUNT.formatted(text)).accounts().getFirst().credentials().get("api_key");
    }

    private LauncherConfig read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("convene.yaml"), yaml);
        Problems problems = new Problems();
        LauncherConfig config = ConfigReader.read(file, environment(), folder, problems);
        problems.throwIfAny();
        return config;
    }

    private Environment environment() {
        return new Environment(options, properties, variables);
    }
}
