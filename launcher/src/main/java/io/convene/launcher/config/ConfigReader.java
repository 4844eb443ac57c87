package io.convene.launcher.config;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.CallerToken;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the configuration file: YAML, or properties. Every value is the text as written. Every key
 * can be overridden by a system property or an environment variable of its name; {@code ${NAME}} in
 * a value stands for an environment variable.
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
     * @param problems takes every problem found; a default is in the place of what is wrong
     * @throws ConfigException when the file cannot be read at all
     */
    public static LauncherConfig read(
            Path file, Map<String, String> overrides, Path home, Problems problems) {
        return read(file, Environment.of(overrides), home, problems);
    }

    static LauncherConfig read(Path file, Environment environment, Path home, Problems problems) {
        Node.Mapping content = ConfigKeys.expand(ConfigFile.read(file, problems), problems);
        ConfigKeys.check(content, problems);
        Node root = Overrides.apply(content, environment);
        return new ConfigReader(home, problems).read(Values.of(root, environment, problems));
    }

    private LauncherConfig read(Values values) {
        LauncherConfig.Api api = api(values.at("api"));
        return new LauncherConfig(
                new ServerReader(values.at("server"), home).read(),
                new LauncherConfig.Providers(
                        path(values.text("providers.directory", "providers")),
                        Set.copyOf(values.texts("providers.required")),
                        path(values.text("providers.work", "work")),
                        values.map("providers.owners")),
                new LauncherConfig.Egress(Set.copyOf(values.texts("egress.allow"))),
                api,
                new LauncherConfig.Limits(
                        values.rate("limits.per-token", "500/PT10S"),
                        values.rate("limits.per-account", "50/PT10S")),
                new LauncherConfig.Metrics(values.flag("metrics.open", false)),
                tokens(values),
                accounts(values));
    }

    private LauncherConfig.Api api(Values api) {
        int maxLimit = api.number("max-limit", 500, 1, 10_000);
        int defaultLimit = api.number("default-limit", Math.min(100, maxLimit), 1, 10_000);
        if (defaultLimit > maxLimit) {
            problems.add(
                    "api.default-limit",
                    defaultLimit + " is above api.max-limit " + maxLimit,
                    "lower it");
        }
        String compatibility = api.choice("compatibility", "strict", Set.of("strict", "original"));
        return new LauncherConfig.Api(
                defaultLimit,
                maxLimit,
                api.number("max-items", 100_000, 1, 10_000_000),
                api.number("max-keyed-items", 10_000, 1, 1_000_000),
                api.duration("deadline", "PT25S"),
                api.number("max-vendor-calls", 20, 1, 10_000),
                compatibility.equals("original") ? Compatibility.ORIGINAL : Compatibility.STRICT,
                api.texts("cursor-keys"));
    }

    private List<CallerToken> tokens(Values values) {
        List<CallerToken> tokens =
                values.each("tokens").stream()
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
                values.each("accounts").stream()
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

    private Path path(String text) {
        return home.resolve(text).normalize();
    }
}
