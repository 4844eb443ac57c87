package io.convene.launcher.config;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which keys a configuration file may have: a misspelt key must not be a setting that silently does
 * nothing.
 */
final class ConfigKeys {
    private static final Pattern KNOWN =
            Pattern.compile(
                    """
                    server\\.(host|port|write-timeout|tls\\.(certificate|key)|cors\\.(origins\\.\\d+|origins))
                    |providers\\.(directory|work|required\\.\\d+|required|owners\\..+|owners)
                    |egress\\.(allow\\.\\d+|allow)
                    |api\\.(default-limit|max-limit|max-items|max-keyed-items|deadline|max-vendor-calls|compatibility|cursor-keys\\.\\d+|cursor-keys)
                    |tokens|tokens\\.\\d+\\.(name|sha256|scopes\\.\\d+|scopes|accounts\\.\\d+|accounts)
                    |accounts|accounts\\.\\d+\\.(id|tenant_id|integration|provider-version|credentials\\..+|settings\\..+)
                    |limits\\.(per-token|per-account)
                    |metrics\\.open
                    """,
                    Pattern.COMMENTS);

    private ConfigKeys() {}

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
                problems.add(key, "this key is unknown", "correct its name or remove it");
            }
        }
    }
}
