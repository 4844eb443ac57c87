package io.convene.launcher.config;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which keys a configuration file may have: a misspelt key must not be a setting that silently does
 * nothing.
 */
final class ConfigKeys {
    /**
     * Every key there is; {@code []} stands for a place in a list, or at the end for the list too,
     * {@code *} for any name.
     */
    static final List<String> ALL =
            List.of(
                    "server.host",
                    "server.port",
                    "server.write-timeout",
                    "server.tls.certificate",
                    "server.tls.key",
                    "server.cors.origins[]",
                    "providers.directory",
                    "providers.work",
                    "providers.required[]",
                    "providers.owners",
                    "providers.owners.*",
                    "egress.allow[]",
                    "api.default-limit",
                    "api.max-limit",
                    "api.max-items",
                    "api.max-keyed-items",
                    "api.deadline",
                    "api.max-vendor-calls",
                    "api.compatibility",
                    "api.cursor-keys[]",
                    "tokens",
                    "tokens[].name",
                    "tokens[].sha256",
                    "tokens[].scopes[]",
                    "tokens[].accounts[]",
                    "accounts",
                    "accounts[].id",
                    "accounts[].tenant_id",
                    "accounts[].integration",
                    "accounts[].provider-version",
                    "accounts[].credentials.*",
                    "accounts[].settings.*",
                    "limits.per-token",
                    "limits.per-account",
                    "metrics.open");

    private static final Pattern KNOWN =
            Pattern.compile(ALL.stream().map(ConfigKeys::pattern).collect(joining("|")));

    private ConfigKeys() {}

    private static String pattern(String key) {
        return key.replace(".", "\\.")
                .replaceFirst("\\[]$", "(\\\\.\\\\d+)?")
                .replace("[]", "\\.\\d+")
                .replace("*", ".+");
    }

    /** Notes every key of the file that is not known. */
    static void check(Path file, Problems problems) {
        Config config =
                Config.builder()
                        .disableEnvironmentVariablesSource()
                        .disableSystemPropertiesSource()
                        .disableValueResolving()
                        .sources(ConfigSources.file(file))
                        .build();
        List<Config> leaves = config.traverse().filter(Config::isLeaf).toList();
        for (Config leaf : leaves) {
            String key = leaf.key().toString();
            if (!KNOWN.matcher(key).matches()) {
                problems.add(key, "this key is unknown", fix(key));
            }
        }
    }

    private static String fix(String key) {
        return nearest(key)
                .map("correct its name, perhaps to %s, or remove it"::formatted)
                .orElse("correct its name or remove it");
    }

    /** The key as far as it is known, and then the nearest name that there is. */
    private static Optional<String> nearest(String key) {
        String parent = "";
        for (String name : key.replaceAll("\\.\\d+", "[]").split("\\.", -1)) {
            String within = parent;
            Set<String> known =
                    ALL.stream()
                            .filter(each -> each.startsWith(within))
                            .map(each -> each.substring(within.length()).split("\\.", -1)[0])
                            .collect(toSet());
            if (!known.contains(name)) {
                return NearestName.of(name, known)
                        .map(near -> within + near.replaceFirst("\\[]$", ""));
            }
            parent += name + ".";
        }
        return Optional.empty();
    }
}
