package io.convene.launcher.egress;

import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A vendor of tests: without tokens, limits and a memory, asked one request after another. */
public interface PlainCalls extends VendorCalls {
    @Override
    default List<VendorResponse> sendAll(List<VendorRequest> requests) {
        return requests.stream().map(this::send).toList();
    }

    @Override
    default boolean renewToken() {
        return false;
    }

    @Override
    default boolean mayContinue() {
        return true;
    }

    @Override
    default Optional<String> recall(String key) {
        return Optional.empty();
    }

    @Override
    default void remember(String key, String value, Duration atMost) {}

    @Override
    default <T> T bind(VendorResponse response, Class<T> type) {
        throw new UnsupportedOperationException("nothing is bound here");
    }

    @Override
    default Instant now() {
        return Instant.EPOCH;
    }
}
