package io.convene.launcher.config;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.CallerToken;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the configuration file (YAML, or whatever Helidon Config reads). Every key can be
 * overridden by a system property or an environment variable of its name; {@code ${NAME}} in a
 * value stands for an environment variable.
 */
public final class ConfigReader {
    private static final Pattern PLACE = Pattern.compile("line \\d+, column \\d+");

    private final Problems problems = new Problems();
    private final Path home;

    private ConfigReader(Path home) {
        this.home = home;
    }

    /**
     * Reads the file.
     *
     * @param overrides keys that win over everything else, such as {@code server.port}
     * @param home the folder that relative paths start from
     * @throws ConfigException with every problem found
     */
    public static LauncherConfig read(Path file, Map<String, String> overrides, Path home) {
        ConfigReader reader = new ConfigReader(home);
        if (!Files.isReadable(file)) {
            reader.problems.add(
                    file.toString(),
                    "there is no such file, or it cannot be read",
                    "name a YAML file");
            reader.problems.throwIfAny();
        }
        try {
            ConfigKeys.check(file, reader.problems);
            Config config =
                    Config.builder()
                            .sources(ConfigSources.create(overrides), ConfigSources.file(file))
                            .build();
            LauncherConfig read = reader.read(config);
            reader.problems.throwIfAny();
            return read;
        } catch (io.helidon.config.ConfigException e) {
            reader.problems.add(
                    file.toString(),
                    "it cannot be parsed (" + reason(e) + ")",
                    "write it as conf/convene.yaml shows");
            throw new ConfigException(reader.problems.found());
        }
    }

    private LauncherConfig read(Config config) {
        Values values = new Values(config, problems);
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
                api.duration("deadline", "PT30S"),
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

    /**
     * Only the kind of error and its place: the parser's own message quotes the file, which may
     * hold secrets.
     */
    private static String reason(io.helidon.config.ConfigException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        Matcher place = PLACE.matcher(String.valueOf(deepest.getMessage()));
        return place.find()
                ? "the error is at " + place.group()
                : deepest.getClass().getSimpleName();
    }
}
