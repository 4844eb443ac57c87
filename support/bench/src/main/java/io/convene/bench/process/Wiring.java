package io.convene.bench.process;

/**
 * The connections that use TLS.
 *
 * @param toVendor between the servers and the vendor
 * @param toCallers between callers and an nginx in front of every server
 */
public record Wiring(boolean toVendor, boolean toCallers) {
    /** Nowhere. */
    public static final Wiring PLAIN = new Wiring(false, false);
}
