package io.convene.launcher.config;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.CallerToken;
import io.convene.launcher.admission.AdmissionConfig;

import java.util.List;
import java.util.Set;

/**
 * The whole configuration, read and checked as far as it can be without the providers.
 *
 * @param server where to listen
 * @param admission how many requests may be in progress
 * @param providers where bundles are found
 * @param allowedHosts hosts that may be called in addition to those that providers declare, each
 *     with a port or without
 * @param api how the endpoint answers
 * @param rateLimits how often callers may ask
 * @param metrics who may read the metrics
 * @param tokens the callers' tokens
 * @param accounts the declared accounts
 */
public record LauncherConfig(
        ServerConfig server,
        AdmissionConfig admission,
        ProvidersConfig providers,
        Set<String> allowedHosts,
        ApiConfig api,
        RateLimitsConfig rateLimits,
        MetricsConfig metrics,
        List<CallerToken> tokens,
        List<Account> accounts) {
    public LauncherConfig {
        allowedHosts = Set.copyOf(allowedHosts);
        tokens = List.copyOf(tokens);
        accounts = List.copyOf(accounts);
    }
}
