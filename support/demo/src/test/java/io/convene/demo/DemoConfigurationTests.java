package io.convene.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class DemoConfigurationTests {
    private static final DemoAccount ACCOUNT =
            new DemoAccount(
                    "somewhere",
                    "127.0.0.1:7000",
                    Map.of("api_key", "with \"quotes\" and \\"),
                    Map.of("base_url", "http://127.0.0.1:7000/somewhere"));

    @Test
    void statesAccountsTokensAndWhatMayBeCalled() {
        DemoToken token = new DemoToken("secret");

        String yaml =
                new DemoConfiguration(8081, Path.of("a/work"), token, List.of(ACCOUNT)).yaml();

        assertThat(yaml)
                .isEqualTo(
                        """
                        server: {host: 127.0.0.1, port: 8081, shutdown-grace: PT0S}
                        providers: {work: "a/work"}
                        limits: {per-token: "off", per-account: "off"}
                        egress:
                          allow:
                            - "127.0.0.1:7000"
                        tokens:
                          - {name: demo, sha256: "%s", scopes: [read, raw, admin], accounts: ["*"]}
                        accounts:
                          - id: %s
                            tenant_id: demo
                            integration: somewhere
                            credentials:
                              api_key: "with \\"quotes\\" and \\\\"
                            settings:
                              base_url: "http://127.0.0.1:7000/somewhere"
                              quota: "off"
                        """
                                .formatted(token.sha256(), ACCOUNT.id()));
    }

    @Test
    void allowsAHostOnceHoweverManyAccountsShareIt() {
        DemoConfiguration configuration =
                new DemoConfiguration(
                        8081, Path.of("work"), new DemoToken("t"), List.of(ACCOUNT, ACCOUNT));

        assertThat(configuration.yaml()).containsOnlyOnce("- \"127.0.0.1:7000\"");
    }

    @Test
    void givesAnAccountTheSameIdInEveryDemo() {
        DemoAccount moved = new DemoAccount("somewhere", "127.0.0.1:7001", Map.of(), Map.of());

        assertThat(moved.id()).isEqualTo(ACCOUNT.id());
    }

    @Test
    void doesNotHoldTheTokenItself() {
        DemoToken token = DemoToken.random();

        assertThat(token.sha256()).matches("[0-9a-f]{64}").doesNotContain(token.value());
    }
}
