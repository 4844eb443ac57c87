package io.convene.allocation;

import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.VendorCalls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives each request the same bytes every time, made at the first request, in a new response: a
 * response keeps its parsed body.
 */
final class FixedVendor implements VendorCalls {
    private final Function<VendorRequest, byte[]> bodies;
    private final Map<String, byte[]> made = new HashMap<>();
    private final Map<String, String> remembered = new HashMap<>();

    FixedVendor(Function<VendorRequest, byte[]> bodies) {
        this.bodies = bodies;
    }

    @Override
    public VendorResponse send(VendorRequest request) {
        byte[] body = made.computeIfAbsent(request.fullUrl(), url -> bodies.apply(request));
        return VendorResponse.of(200, Map.of(), body);
    }

    @Override
    public List<VendorResponse> sendAll(List<VendorRequest> requests) {
        List<VendorResponse> answers = new ArrayList<>(requests.size());
        for (VendorRequest request : requests) {
            answers.add(send(request));
        }
        return answers;
    }

    @Override
    public Optional<String> recall(String key) {
        return Optional.ofNullable(remembered.get(key));
    }

    @Override
    public void remember(String key, String value, Duration atMost) {
        remembered.put(key, value);
    }

    @Override
    public <T> T bind(VendorResponse response, Class<T> type) {
        throw new UnsupportedOperationException("no page here needs it");
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-06-01T00:00:00Z");
    }

    @Override
    public boolean renewToken() {
        return false;
    }

    @Override
    public boolean mayContinue() {
        return true;
    }
}
