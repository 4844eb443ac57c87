package io.convene.launcher.check;

import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Setting;
import io.convene.core.spi.Settings;
import io.convene.core.spi.VendorException;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.config.LauncherConfig;
import io.convene.launcher.config.Problems;
import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.egress.auth.EgressRules;
import io.convene.launcher.egress.auth.Redaction;
import io.convene.launcher.egress.host.Proxies;
import io.convene.launcher.providers.Lease;
import io.convene.launcher.providers.Providers;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the declared accounts against the needs of their providers. An account whose provider is
 * not active is left alone.
 */
public final class StartChecks {
    private final Problems problems;
    private final Set<String> allow;

    /** The mistake in a URL: many accounts have the same, and lists of hosts may be long. */
    private final Map<String, Optional<String>> refusals = new HashMap<>();

    private StartChecks(Set<String> allow, Problems problems) {
        this.allow = allow;
        this.problems = problems;
    }

    /**
     * Checks the accounts and everything else that depends on providers.
     *
     * @param problems takes the mistakes
     */
    public static void check(LauncherConfig config, Providers providers, Problems problems) {
        checkAccounts(config, providers, problems);
        if (problems.count() > 0) {
            providers
                    .missing()
                    .forEach(id ->
                            problems.add(
                                    "providers.required",
                                    "'%s' is not active".formatted(id),
                                    "put its bundle into the providers folder, or let convene providers why --config FILE explain why it is refused"));
        }
    }

    /** Checks the same, except that required providers are active. */
    static void checkAccounts(LauncherConfig config, Providers providers, Problems problems) {
        StartChecks checks = new StartChecks(config.allowedHosts(), problems);
        config.allowedHosts()
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
    }

    private void check(Account account, Providers providers) {
        try (Lease lease = lease(account, providers).orElse(null)) {
            if (lease != null) {
                check(account, lease.provider(), lease.descriptor());
            }
        }
    }

    /** The provider of the account; the newest one when its range cannot be read. */
    private Optional<Lease> lease(Account account, Providers providers) {
        try {
            return providers.lease(account.integration(), account.providerVersion(), account.id());
        } catch (IllegalArgumentException e) {
            problems.add(
                    "account " + account.id() + " provider-version",
                    String.valueOf(e.getMessage()));
            return providers.lease(account.integration(), Optional.empty());
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
        checkSettings(key + " settings", account, provider, descriptor);
    }

    private void checkSettings(
            String key, Account account, AtsProvider provider, ProviderDescriptor descriptor) {
        Set<String> known =
                descriptor.settings().stream().map(Setting::name).collect(Collectors.toSet());
        unknown(key, account.settings().keySet(), known);
        Settings settings = Settings.of(descriptor, account.settings());
        for (Setting setting : descriptor.settings()) {
            Optional<String> value = settings.find(setting.name());
            if (value.isEmpty() && setting.isRequired()) {
                problems.add(
                        key + "." + setting.name(), "it is missing", "set it: " + setting.help());
            }
            value.flatMap(text -> problem(setting, text, descriptor))
                    // A credential in the wrong place must not be quoted.
                    .map(wrong -> Redaction.clean(wrong, account))
                    .ifPresent(wrong -> problems.add(key + "." + setting.name(), wrong));
        }
        problems(provider, settings)
                .forEach(wrong -> problems.add(key, Redaction.clean(wrong, account)));
    }

    private Optional<String> problem(Setting setting, String value, ProviderDescriptor descriptor) {
        Optional<String> wrong = setting.problem(value);
        return setting.type() == Setting.Type.URL && wrong.isEmpty()
                ? refusal(value.strip(), descriptor)
                : wrong;
    }

    /**
     * The problems that the bundle finds itself. A bundle that fails at this is in the log; it does
     * not keep others from being served. A value that it cannot read is reported already.
     */
    private static List<String> problems(AtsProvider provider, Settings settings) {
        try {
            return provider.problems(settings);
        } catch (BundleFault | VendorException e) {
            return List.of();
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

    /** The mistake in a URL, in one sentence with the remedy. */
    private Optional<String> refusal(String url, ProviderDescriptor descriptor) {
        return refusals.computeIfAbsent(
                url + " " + descriptor.hosts(),
                unknown -> EgressRules.refusal(URI.create(url), descriptor.hosts(), allow));
    }
}
