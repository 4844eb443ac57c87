package io.convene.launcher.egress;

import io.convene.launcher.egress.channel.Resilience;
import io.convene.launcher.egress.host.Network;
import io.convene.launcher.egress.wire.WireConfig;

import java.time.Duration;
import java.util.Set;

/**
 * How requests leave.
 *
 * @param allow {@code host} or {@code host:port} beyond the hosts that a provider declares; http is
 *     allowed for these alone
 * @param maxBody the most bytes of an answer that are read, 32 MiB by default
 * @param connectTimeout how long a connection may take, 10 s by default; a request's deadline may
 *     end sooner
 * @param tokenTimeout how long obtaining a token may take, 30 s by default, whoever waits for it
 * @param parallel how many requests of one {@link AccountVendor#sendAll} are under way at once, 8
 *     by default
 * @param resilience how a vendor's bad days are borne
 * @param network how hosts are reached, directly by default
 */
public record EgressConfig(
        Set<String> allow,
        int maxBody,
        Duration connectTimeout,
        Duration tokenTimeout,
        int parallel,
        Resilience resilience,
        Network network) {
    public EgressConfig {
        allow = Set.copyOf(allow);
        if (maxBody < 1 || parallel < 1) {
            throw new IllegalArgumentException("maxBody and parallel must be 1 or more");
        }
    }

    /** The defaults, with these hosts allowed. */
    public static EgressConfig allowing(Set<String> allow) {
        return new EgressConfig(
                allow,
                32 << 20,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                8,
                Resilience.defaults(),
                Network.direct());
    }

    WireConfig wire() {
        return new WireConfig(maxBody, connectTimeout, resilience.slow(), network);
    }

    /** The same with another limit of bytes for an answer. */
    public EgressConfig maxBody(int bytes) {
        return new EgressConfig(
                allow, bytes, connectTimeout, tokenTimeout, parallel, resilience, network);
    }

    /** The same with another time for a connection. */
    public EgressConfig connectTimeout(Duration time) {
        return new EgressConfig(allow, maxBody, time, tokenTimeout, parallel, resilience, network);
    }

    /** The same with another time for a token. */
    public EgressConfig tokenTimeout(Duration time) {
        return new EgressConfig(
                allow, maxBody, connectTimeout, time, parallel, resilience, network);
    }

    /** The same with other rules for bad days. */
    public EgressConfig resilience(Resilience rules) {
        return new EgressConfig(
                allow, maxBody, connectTimeout, tokenTimeout, parallel, rules, network);
    }

    /** The same with hosts reached another way. */
    public EgressConfig network(Network way) {
        return new EgressConfig(
                allow, maxBody, connectTimeout, tokenTimeout, parallel, resilience, way);
    }
}
