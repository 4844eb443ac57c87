package io.convene.launcher.config;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.CallerToken;
import io.convene.launcher.config.yaml.Node;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the configuration file: YAML, or properties. Every value is the text as written. Every key
 * can be overridden by a system property or an environment variable of its name; {@code ${NAME}} in
 * a value is replaced with an environment variable.
 */
public final class ConfigReader {
    private final Problems problems;
    private final Path home;

    private ConfigReader(Path home, Problems problems) {
        this.home = home;
        this.problems = problems;
    }

    /**
     * Reads the file.
     *
     * @param overrides keys that win over everything else, such as {@code server.port}
     * @param home the folder that relative paths start from
     * @throws ConfigException with every problem found
     */
    public static LauncherConfig read(Path file, Map<String, String> overrides, Path home) {
        Problems problems = new Problems();
        LauncherConfig read = read(file, overrides, home, problems);
        problems.throwIfAny();
        return read;
    }

    /**
     * Reads the file as far as it can be used.
     *
     * @param problems takes every problem found; a default replaces a wrong value
     * @throws ConfigException when the file cannot be read at all
     */
    public static LauncherConfig read(
            Path file, Map<String, String> overrides, Path home, Problems problems) {
        return read(file, Environment.of(overrides), home, problems);
    }

    static LauncherConfig read(Path file, Environment environment, Path home, Problems problems) {
        Node.MappingNode content = KeyCheck.expand(ConfigFile.read(file, problems), problems);
        KeyCheck.check(content, problems);
        Node root = Overrides.apply(content, environment);
        return new ConfigReader(home, problems).read(Values.of(root, environment, problems));
    }

    private LauncherConfig read(Values values) {
        ServerReader server = new ServerReader(values, home);
        return new LauncherConfig(
                server.read(),
                server.admission(),
                new ProvidersReader(values, home).read(),
                Set.copyOf(values.texts(ConfigKeys.EGRESS_ALLOW)),
                api(values),
                new RateLimitsConfig(
                        values.get(ConfigKeys.LIMITS_PER_TOKEN),
                        values.get(ConfigKeys.LIMITS_PER_ACCOUNT)),
                new MetricsConfig(values.get(ConfigKeys.METRICS_OPEN)),
                tokens(values),
                accounts(values));
    }

    private ApiConfig api(Values values) {
        int maxLimit = values.get(ConfigKeys.API_MAX_LIMIT);
        int defaultLimit = values.get(ConfigKeys.API_DEFAULT_LIMIT);
        if (values.find(ConfigKeys.API_DEFAULT_LIMIT).isEmpty()) {
            defaultLimit = Math.min(defaultLimit, maxLimit);
        } else if (defaultLimit > maxLimit) {
            problems.add(
                    ConfigKeys.API_DEFAULT_LIMIT.name(),
                    "%d is above %s %d"
                            .formatted(defaultLimit, ConfigKeys.API_MAX_LIMIT.name(), maxLimit),
                    "lower it");
        }
        return new ApiConfig(
                defaultLimit,
                maxLimit,
                values.get(ConfigKeys.API_MAX_ITEMS),
                values.get(ConfigKeys.API_MAX_KEYED_ITEMS),
                values.get(ConfigKeys.API_DEADLINE),
                values.get(ConfigKeys.API_MAX_VENDOR_CALLS),
                values.get(ConfigKeys.API_COMPATIBILITY),
                values.texts(ConfigKeys.API_CURSOR_KEYS));
    }

    private List<CallerToken> tokens(Values values) {
        List<CallerToken> tokens =
                values.each(AccessKeys.TOKENS).stream()
                        .map(AccessReader::token)
                        .flatMap(Optional::stream)
                        .toList();
        Set<String> hashes = new HashSet<>();
        for (CallerToken token : tokens) {
            if (!hashes.add(token.sha256())) {
                problems.add(
                        "tokens",
                        "two tokens have the sha256 of '" + token.name() + "'",
                        "remove one");
            }
        }
        return tokens;
    }

    private List<Account> accounts(Values values) {
        List<Account> accounts =
                values.each(AccessKeys.ACCOUNTS).stream()
                        .map(AccessReader::account)
                        .flatMap(Optional::stream)
                        .toList();
        Set<String> ids = new HashSet<>();
        for (Account account : accounts) {
            if (!ids.add(account.id())) {
                problems.add(
                        "accounts",
                        "two accounts have the id " + account.id(),
                        "give each its own");
            }
        }
        return accounts;
    }
}
