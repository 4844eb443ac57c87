package io.convene.launcher.query;

import io.convene.core.spi.Vendor;

/** The vendor during one request, with what the loop needs to know beyond the bundle's view. */
public interface VendorCalls extends Vendor {
    /**
     * Forgets the access token after the vendor refused it; false when there is none to renew or it
     * was renewed already.
     */
    boolean renewToken();

    /**
     * Whether another vendor page may be asked for within the deadline and the most calls of one
     * answer.
     */
    boolean mayContinue();
}
