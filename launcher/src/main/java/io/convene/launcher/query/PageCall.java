package io.convene.launcher.query;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.VendorCalls;
import io.convene.launcher.egress.wire.VendorFailure;

import java.util.function.Supplier;

/** One call for a page, and its effect on the account's status. */
final class PageCall {
    private PageCall() {}

    /**
     * The page that {@code call} reads. When the vendor refuses the credentials, the call is made
     * once more with another token, if there is one.
     *
     * @throws VendorFailure without secrets, when the vendor gave no page
     */
    static <T> T read(VendorCalls vendor, Supplier<T> call) {
        try {
            T page = withTokenRenewed(vendor, call);
            vendor.accepted();
            return page;
        } catch (VendorFailure e) {
            throw vendor.failed(e);
        } catch (VendorException e) {
            throw vendor.failed(VendorFailure.of(e));
        }
    }

    /**
     * Lets a bundle state a request.
     *
     * @throws VendorFailure without secrets and without an answer, when the bundle refuses
     */
    static <T> T stated(VendorCalls vendor, Supplier<T> request) {
        try {
            return request.get();
        } catch (VendorException e) {
            throw vendor.failed(VendorFailure.of(e));
        }
    }

    /**
     * Does a bundle's work on an answer.
     *
     * @throws VendorFailure with that answer, when the bundle finds no page in it
     */
    static <T> T of(VendorResponse response, Supplier<T> page) {
        try {
            return page.get();
        } catch (VendorException e) {
            throw VendorFailure.of(e, response);
        }
    }

    private static <T> T withTokenRenewed(VendorCalls vendor, Supplier<T> call) {
        try {
            return call.get();
        } catch (VendorFailure e) {
            if (e.kind() != Kind.BAD_CREDENTIALS || !vendor.renewToken()) {
                throw e;
            }
            return call.get();
        }
    }
}
