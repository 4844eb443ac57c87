package io.convene.provider.ashby;

import io.convene.core.spi.Vendor;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A vendor that answers each request as a test says, and keeps what was asked. */
final class RecordedVendor implements Vendor {
    final List<VendorRequest> requests = new ArrayList<>();
    private final Function<VendorRequest, VendorResponse> answers;

    RecordedVendor(Function<VendorRequest, VendorResponse> answers) {
        this.answers = answers;
    }

    @Override
    public VendorResponse send(VendorRequest request) {
        requests.add(request);
        return answers.apply(request);
    }

    @Override
    public List<VendorResponse> sendAll(List<VendorRequest> all) {
        return all.stream().map(this::send).toList();
    }

    @Override
    public Optional<String> recall(String key) {
        return Optional.empty();
    }

    @Override
    public void remember(String key, String value, Duration atMost) {
        throw new AssertionError("nothing is worth remembering");
    }

    @Override
    public <T> T bind(VendorResponse response, Class<T> type) {
        throw new AssertionError("nothing is bound");
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }
}
