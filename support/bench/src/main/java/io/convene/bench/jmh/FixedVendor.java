package io.convene.bench.jmh;

import io.convene.bench.upstream.GreenhousePage;
import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the side calls of the Greenhouse page with its interviewers. */
record FixedVendor(GreenhousePage page) implements Vendor {
    @Override
    public VendorResponse send(VendorRequest request) {
        String url = request.fullUrl().replace("%2C", ",");
        return page.batches().stream()
                .filter(batch -> url.contains(batch.ids()))
                .map(batch -> VendorResponse.of(200, Map.of(), batch.rows()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unexpected request " + url));
    }

    @Override
    public List<VendorResponse> sendAll(List<VendorRequest> requests) {
        return requests.stream().map(this::send).toList();
    }

    @Override
    public Optional<String> recall(String key) {
        return Optional.empty();
    }

    @Override
    public void remember(String key, String value, Duration atMost) {}

    @Override
    public <T> T bind(VendorResponse response, Class<T> type) {
        throw new UnsupportedOperationException("no page of the benchmark needs it");
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }
}
