package io.convene.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The launcher's configuration, as YAML.
 *
 * @param port where the endpoint listens
 * @param work a folder for the files of the launcher
 * @param token the caller's token
 * @param accounts the accounts that can be read
 */
record DemoConfiguration(int port, Path work, DemoToken token, List<DemoAccount> accounts) {

    String yaml() {
        StringBuilder yaml = new StringBuilder();
        yaml.append(
                """
                server: {host: 127.0.0.1, port: %d, shutdown-grace: PT0S}
                providers: {work: %s}
                limits: {per-token: "off", per-account: "off"}
                egress:
                  allow:
                """
                        .formatted(port, quoted(work.toString())));
        accounts.stream()
                .map(DemoAccount::host)
                .distinct()
                .forEach(host -> yaml.append("    - ").append(quoted(host)).append('\n'));
        yaml.append(
                """
                tokens:
                  - {name: demo, sha256: "%s", scopes: [read, raw, admin], accounts: ["*"]}
                accounts:
                """
                        .formatted(token.sha256()));
        accounts.forEach(account -> append(yaml, account));
        return yaml.toString();
    }

    private static void append(StringBuilder yaml, DemoAccount account) {
        yaml.append(
                """
                  - id: %s
                    tenant_id: demo
                    integration: %s
                    credentials:
                """
                        .formatted(account.id(), account.integration()));
        append(yaml, account.credentials());
        yaml.append("    settings:\n");
        append(yaml, account.settings());
        yaml.append("      quota: \"off\"\n");
    }

    private static void append(StringBuilder yaml, Map<String, String> values) {
        values.forEach((name, value) ->
                yaml.append("      ").append(name).append(": ").append(quoted(value)).append('\n'));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
