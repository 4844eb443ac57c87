package io.convene.bench.process;

/**
 * Where TLS is spoken.
 *
 * @param toVendor between the servers and the vendor
 * @param toCallers between callers and an nginx that stands before every server
 */
public record Wiring(boolean toVendor, boolean toCallers) {
    /** Nowhere. */
    public static final Wiring PLAIN = new Wiring(false, false);
}
