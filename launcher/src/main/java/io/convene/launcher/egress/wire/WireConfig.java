package io.convene.launcher.egress.wire;

import io.convene.launcher.egress.host.Network;

import java.time.Duration;

/**
 * How one request is sent and its answer read.
 *
 * @param maxBody the most bytes of an answer that are read, 1 or more
 * @param connectTimeout how long a connection may take to be established, with the tunnel of a
 *     proxy and the TLS handshake
 * @param slow how long a call must have had for its time-out to count as the host's failure
 * @param network how hosts are found and reached
 */
public record WireConfig(int maxBody, Duration connectTimeout, Duration slow, Network network) {}
