package io.convene.launcher.containment;

import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The host's vendor as a bundle has it during one call: the time that the vendor takes is not the
 * bundle's, and what the host throws is not its fault.
 */
final class ContainedVendor implements Vendor {
    private final Vendor vendor;
    private final BundleCall call;

    ContainedVendor(Vendor vendor, BundleCall call) {
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

    @Override
    public Optional<String> recall(String key) {
        return vendor.recall(key);
    }

    @Override
    public void remember(String key, String value, Duration atMost) {
        vendor.remember(key, value, atMost);
    }

    @Override
    public <T> T bind(VendorResponse response, Class<T> type) {
        // The bundle's own constructors and setters run in here.
        return vendor.bind(response, type);
    }

    @Override
    public Instant now() {
        return vendor.now();
    }
}
