package io.convene.launcher.config;

/**
 * Who may read what is counted.
 *
 * @param open whether everybody who reaches the server may, and not admins alone
 */
public record MetricsConfig(boolean open) {}
