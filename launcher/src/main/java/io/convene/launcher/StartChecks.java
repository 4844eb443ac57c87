package io.convene.launcher;

import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Setting;
import io.convene.core.spi.Settings;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.config.LauncherConfig;
import io.convene.launcher.config.Problems;
import io.convene.launcher.egress.EgressRules;
import io.convene.launcher.egress.Quota;
import io.convene.launcher.egress.proxy.Proxies;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.providers.Providers;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the declared accounts against what their providers need. An account whose provider is not
 * active is left alone.
 */
final class StartChecks {
    /** Settings that every account takes, whatever its provider. */
    private static final Set<String> COMMON = Set.of("quota");

    private final Problems problems = new Problems();
    private final Set<String> allow;

    private StartChecks(Set<String> allow) {
        this.allow = allow;
    }

    static void check(LauncherConfig config, Providers providers) {
        StartChecks checks = new StartChecks(config.egress().allow());
        config.egress()
                .allow()
                .forEach(entry ->
                        EgressRules.problem(entry)
                                .ifPresent(wrong ->
                                        checks.problems.add(
                                                "egress.allow", wrong, "correct the entry")));
        Proxies.problems(System.getenv())
                .forEach(name ->
                        checks.problems.add(
                                "environment variable " + name,
                                "it is not the URL of an HTTP proxy",
                                "write it like http://proxy.example.com:3128"));
        for (Account account : config.accounts()) {
            checks.check(account, providers);
        }
        checks.problems.throwIfAny();
    }

    private void check(Account account, Providers providers) {
        try (Lease lease =
                providers.lease(account.integration(), account.providerVersion()).orElse(null)) {
            if (lease != null) {
                check(account, lease.provider(), lease.descriptor());
            }
        } catch (IllegalArgumentException e) {
            problems.add(
                    "account " + account.id() + " provider-version",
                    String.valueOf(e.getMessage()),
                    "write a range like 1.x or \">=1.2 <2\"");
        }
    }

    private void check(Account account, AtsProvider provider, ProviderDescriptor descriptor) {
        String key = "account " + account.id() + " (" + account.integration() + ")";
        List<Authentication> ways = descriptor.authentications();
        if (ways.stream()
                .noneMatch(way -> account.credentials().keySet().containsAll(way.required()))) {
            problems.add(
                    key + " credentials",
                    "they fit none of the provider's ways to authenticate",
                    "give "
                            + ways.stream()
                                    .map(way -> String.join(" and ", way.required()))
                                    .collect(Collectors.joining(", or ")));
        }
        Set<String> credentials =
                ways.stream()
                        .flatMap(way ->
                                Stream.concat(way.required().stream(), way.optional().stream()))
                        .collect(Collectors.toSet());
        unknown(key + " credentials", account.credentials().keySet(), credentials);
        Set<String> settings =
                descriptor.settings().stream().map(Setting::name).collect(Collectors.toSet());
        settings.addAll(COMMON);
        unknown(key + " settings", account.settings().keySet(), settings);
        Settings effective = Settings.of(descriptor, account.settings());
        effective
                .find("quota")
                .flatMap(Quota::problem)
                .ifPresent(wrong ->
                        problems.add(
                                key + " settings.quota", wrong, "write it like 60/PT1M, or off"));
        provider.problems(effective)
                .forEach(
                        problem -> problems.add(key + " settings", problem, "correct the setting"));
        for (Setting setting : descriptor.settings()) {
            effective
                    .find(setting.name())
                    .filter(value -> value.matches("https?://.*"))
                    .ifPresent(
                            url -> checkUrl(key + " settings." + setting.name(), url, descriptor));
        }
    }

    private void unknown(String key, Set<String> given, Set<String> known) {
        given.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name ->
                        problems.add(
                                key + "." + name,
                                "this key is unknown to the provider",
                                "use one of "
                                        + known.stream()
                                                .sorted()
                                                .collect(Collectors.joining(", "))));
    }

    private void checkUrl(String key, String url, ProviderDescriptor descriptor) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            problems.add(key, "it is not a URL", "write it like https://api.example.com");
            return;
        }
        EgressRules.refusal(uri, descriptor.hosts(), allow)
                .ifPresent(refusal -> problems.add(key, refusal, "see egress.allow"));
    }
}
