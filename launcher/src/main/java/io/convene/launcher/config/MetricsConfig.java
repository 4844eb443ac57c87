package io.convene.launcher.config;

/**
 * Who may read the metrics.
 *
 * @param open whether everybody who reaches the server may, and not admins alone
 */
public record MetricsConfig(boolean open) {}
