package io.convene.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The configuration with which {@code convene serve} reads from a sandbox, as YAML. */
public final class AccountsYaml {
    /** Not a secret: it opens made-up data on the machine that runs the sandbox. */
    private static final String TOKEN = "sandbox";

    private AccountsYaml() {}

    /**
     * Writes the configuration.
     *
     * @param sandbox a sandbox that was started
     * @return one account for each way into a stand-in, a token for all of them, and the allowed
     *     hosts
     */
    public static String of(Sandbox sandbox) {
        StringBuilder yaml = new StringBuilder();
        yaml.append(
                """
                # For convene serve --config, while this sandbox runs.
                # curl -H 'Authorization: Bearer %s' 'http://localhost:8080/unified/ats/interviews?integrated_account_id=%s'
                server: {host: 127.0.0.1}
                egress:
                  allow:
                """
                        .formatted(TOKEN, id("greenhouse")));
        hosts(sandbox).forEach(host -> yaml.append("    - %s\n".formatted(quoted(host))));
        yaml.append(
                """
                tokens:
                  - {name: sandbox, sha256: "%s", scopes: [read, raw, admin], accounts: ["*"]}
                accounts:
                """
                        .formatted(sha256(TOKEN)));
        sandbox.integrations().forEach(name -> append(yaml, name, sandbox));
        return yaml.append("# end\n").toString();
    }

    /** The same in every sandbox. */
    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("sandbox/" + name).getBytes(UTF_8));
    }

    private static List<String> hosts(Sandbox sandbox) {
        return sandbox.integrations().stream()
                .map(sandbox::baseUrl)
                .map(URI::getAuthority)
                .distinct()
                .toList();
    }

    private static void append(StringBuilder yaml, String name, Sandbox sandbox) {
        yaml.append(
                """
                  - id: %s
                    tenant_id: %s
                    integration: %s
                    credentials:
                """
                        .formatted(id(name), name, sandbox.system(name)));
        append(yaml, sandbox.credentials(name));
        yaml.append("    settings:\n");
        append(yaml, sandbox.settings(name));
    }

    private static void append(StringBuilder yaml, Map<String, String> values) {
        new TreeMap<>(values)
                .forEach((name, value) ->
                        yaml.append("      %s: %s\n".formatted(name, quoted(value))));
    }

    private static String quoted(String text) {
        return "\"%s\"".formatted(text.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
