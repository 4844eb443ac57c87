package io.convene.launcher.egress;

import io.convene.core.spi.AtsProvider;

import java.time.Duration;
import java.util.Optional;

/**
 * Egress's view of one generation of a bundle. Thread-safe, valid as long as its lease; egress
 * keeps none of it longer than a request, or than the token it is obtaining.
 */
public interface ProviderHandle {
    /** The provider itself. */
    AtsProvider provider();

    /**
     * Binds a document to a public type of the bundle.
     *
     * @throws RuntimeException when it does not fit
     */
    <T> T bind(byte[] json, Class<T> type);

    /** The text that this generation remembered for that account, unless it has expired. */
    Optional<String> recall(String accountId, String key);

    /** Remembers a small text for that account, no longer than that. */
    void remember(String accountId, String key, String value, Duration atMost);

    /** An opaque key that no other generation has. */
    String generation();
}
