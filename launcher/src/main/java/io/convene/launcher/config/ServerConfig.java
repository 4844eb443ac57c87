package io.convene.launcher.config;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Where to listen.
 *
 * @param host the address to bind
 * @param port the port, 0 for any free one
 * @param tls the certificate and key for TLS; without it the server speaks plain HTTP
 * @param writeTimeout the time that a caller has to take a piece of its answer
 * @param shutdownGrace the time that requests under way have when the server stops
 * @param maxConnections how many connections of callers there may be before idle ones are closed
 * @param corsOrigins the origins whose scripts may read answers, or {@code *} for all
 */
public record ServerConfig(
        String host,
        int port,
        Optional<TlsIdentity> tls,
        Duration writeTimeout,
        Duration shutdownGrace,
        int maxConnections,
        Set<String> corsOrigins) {
    public ServerConfig {
        corsOrigins = Set.copyOf(corsOrigins);
    }
}
