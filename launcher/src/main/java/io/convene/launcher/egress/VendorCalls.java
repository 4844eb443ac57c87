package io.convene.launcher.egress;

import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.wire.RateLimit;
import io.convene.launcher.egress.wire.VendorFailure;

import java.util.Optional;

/** The vendor during one request, with the details that the loop needs beyond the bundle's view. */
public interface VendorCalls extends Vendor {
    /**
     * Obtains another token because a page said BAD_CREDENTIALS, whatever its HTTP status was.
     *
     * @return whether there is another token, so that the request is worth repeating; false without
     *     tokens, and when this request had its renewal already
     * @throws VendorFailure when the vendor gave no other token
     */
    boolean renewToken();

    /**
     * Sends a request like {@link #send}.
     *
     * @throws VendorFailure when no answer came; with the vendor's answer to a token request when
     *     it refused that
     */
    default VendorResponse fetch(VendorRequest request) {
        try {
            return send(request);
        } catch (VendorException e) {
            throw VendorFailure.of(e);
        }
    }

    /**
     * Whether another page may be requested within the deadline, the account's quota and the most
     * calls of one answer.
     */
    boolean mayContinue();

    /** The vendor gave a page, so the account's credentials are good. */
    default void accepted() {}

    /**
     * No page came.
     *
     * @return the failure as the caller may see it, free of the account's secrets
     */
    default VendorFailure failed(VendorFailure failure) {
        return failure;
    }

    /** The vendor's last statement about its limits during this request, if it made one. */
    default Optional<RateLimit> rateLimit() {
        return Optional.empty();
    }
}
