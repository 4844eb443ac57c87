package io.convene.launcher.containment;

import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.util.List;

/**
 * The host's vendor as a bundle has it during one call: the time that the vendor takes is not the
 * bundle's, and the host's exceptions are not its fault. The time that {@code bind} takes is the
 * bundle's: its own constructors and setters run there.
 */
final class ContainedVendor extends ForwardingVendor {
    private final Vendor vendor;
    private final BundleCall call;

    ContainedVendor(Vendor vendor, BundleCall call) {
        super(vendor);
        this.vendor = vendor;
        this.call = call;
    }

    @Override
    public VendorResponse send(VendorRequest request) {
        RequestCheck.require(request);
        return call.outside(() -> vendor.send(request));
    }

    @Override
    public List<VendorResponse> sendAll(List<VendorRequest> requests) {
        requests.forEach(RequestCheck::require);
        return call.outside(() -> vendor.sendAll(requests));
    }
}
