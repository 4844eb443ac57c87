package io.convene.launcher.api.answer;

import io.convene.launcher.egress.VendorCalls;
import io.convene.launcher.egress.wire.RateLimit;
import io.helidon.webserver.http.ServerResponse;

/**
 * The vendor's own limits, sent in the same headers whatever the vendor's names for them are; none
 * when it says nothing.
 */
public final class VendorLimits {
    private VendorLimits() {}

    public static void tell(ServerResponse response, VendorCalls vendor) {
        vendor.rateLimit().ifPresent(limit -> tell(response, limit));
    }

    private static void tell(ServerResponse response, RateLimit limit) {
        limit.limit().ifPresent(value -> response.header("ratelimit-limit", Long.toString(value)));
        limit.remaining()
                .ifPresent(value -> response.header("ratelimit-remaining", Long.toString(value)));
        limit.reset().ifPresent(value -> response.header("ratelimit-reset", Long.toString(value)));
    }
}
