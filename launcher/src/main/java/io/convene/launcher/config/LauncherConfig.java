package io.convene.launcher.config;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.CallerToken;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The whole configuration, read and checked as far as it can be without the providers.
 *
 * @param server where to listen
 * @param providers where bundles are found
 * @param egress what may be called beyond what providers declare
 * @param api the endpoint's limits
 * @param limits how often callers may ask
 * @param metrics who may read what is counted
 * @param tokens the callers' tokens
 * @param accounts the declared accounts
 */
public record LauncherConfig(
        Server server,
        ProvidersConfig providers,
        Egress egress,
        Api api,
        Limits limits,
        Metrics metrics,
        List<CallerToken> tokens,
        List<Account> accounts) {

    /**
     * Where to listen.
     *
     * @param host the address to bind
     * @param port the port, 0 for any free one
     * @param tls what TLS needs; without it the server speaks plain HTTP
     * @param writeTimeout the time that a caller has to take a piece of its answer
     * @param shutdownGrace the time that requests under way have when the server is told to stop
     * @param corsOrigins the origins whose scripts may read answers, or {@code *} for all
     */
    public record Server(
            String host,
            int port,
            Optional<Tls> tls,
            Duration writeTimeout,
            Duration shutdownGrace,
            Set<String> corsOrigins) {}

    /**
     * What TLS needs.
     *
     * @param certificates the chain, the server's own certificate first
     * @param key the key of that certificate
     */
    public record Tls(List<X509Certificate> certificates, PrivateKey key) {}

    /**
     * What may be called beyond what providers declare.
     *
     * @param allow hosts, each with a port or without
     */
    public record Egress(Set<String> allow) {}

    /**
     * The endpoint's limits.
     *
     * @param defaultLimit the limit of a request that sends none
     * @param maxLimit the highest limit a request may send
     * @param maxItems the most interviews of one answer over all pages
     * @param maxKeyedItems the most interviews that are held in memory to be keyed
     * @param deadline the time for one request, all vendor calls included
     * @param maxVendorCalls the most vendor calls for one answer
     * @param compatibility what is done with what is not there
     * @param cursorKeys the keys of cursors, the first encrypts; empty when one is to be made and
     *     kept
     */
    public record Api(
            int defaultLimit,
            int maxLimit,
            int maxItems,
            int maxKeyedItems,
            Duration deadline,
            int maxVendorCalls,
            Compatibility compatibility,
            List<String> cursorKeys) {}

    /**
     * How often callers may ask; absent where it is switched off.
     *
     * @param perToken with one token
     * @param perAccount for one account, whoever asks
     */
    public record Limits(Optional<Rate> perToken, Optional<Rate> perAccount) {}

    /**
     * Who may read what is counted.
     *
     * @param open whether everybody who reaches the server may, and not admins alone
     */
    public record Metrics(boolean open) {}
}
