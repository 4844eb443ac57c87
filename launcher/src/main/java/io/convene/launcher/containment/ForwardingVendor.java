package io.convene.launcher.containment;

import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A vendor that hands everything but its requests on to another one. Extend it to look at the
 * requests of a bundle before they are sent.
 */
public abstract class ForwardingVendor implements Vendor {
    private final Vendor vendor;

    /** Passes calls on to that vendor. */
    protected ForwardingVendor(Vendor vendor) {
        this.vendor = vendor;
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
        return vendor.bind(response, type);
    }

    @Override
    public Instant now() {
        return vendor.now();
    }
}
