package io.convene.launcher.providers;

import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.VendorException;
import io.convene.launcher.egress.ProviderHandle;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The hold that one request has on a generation: as long as it is open, the bundle stays loaded.
 * Thread-safe. Keep nothing that came from the bundle beyond {@link #close()}.
 */
public final class Lease implements ProviderHandle, AutoCloseable {
    private final Generation generation;
    private final AtomicBoolean closed = new AtomicBoolean();

    Lease(Generation generation) {
        this.generation = generation;
    }

    /** The integration. */
    public String id() {
        return generation.id();
    }

    /** The bundle's version, such as {@code 1.2.0}. */
    public String version() {
        return generation.version().toString();
    }

    /** A key that no other generation has. */
    @Override
    public String generation() {
        return generation.key();
    }

    /** What the provider said of itself when it was loaded. */
    public ProviderDescriptor descriptor() {
        return generation.descriptor();
    }

    /**
     * The provider.
     *
     * @throws IllegalStateException when the lease is closed
     */
    @Override
    public AtsProvider provider() {
        return loaded().provider();
    }

    /**
     * Binds a JSON document to a public type in an unqualified export of the bundle.
     *
     * @throws VendorException of kind UNUSABLE_ANSWER when it does not fit
     * @throws IllegalStateException when the lease is closed
     */
    @Override
    public <T> T bind(byte[] json, Class<T> type) {
        return loaded().binder().bind(json, type);
    }

    /**
     * What was remembered under that key for the account, unless its time is over.
     *
     * @throws IllegalStateException when the lease is closed
     */
    @Override
    public Optional<String> recall(String accountId, String key) {
        return loaded().cache().recall(accountId, key);
    }

    /**
     * Remembers a small text for the account: no longer than that, at most a day, and only as long
     * as this generation is loaded and there is room. A text above 256 Ki characters is not kept.
     *
     * @throws IllegalStateException when the lease is closed
     */
    @Override
    public void remember(String accountId, String key, String value, Duration atMost) {
        loaded().cache().remember(accountId, key, value, atMost);
    }

    /** Lets the generation go; closing again does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            generation.release();
        }
    }

    private Generation.Loaded loaded() {
        if (closed.get()) {
            throw new IllegalStateException(
                    "the lease on " + id() + " " + version() + " is closed");
        }
        return generation.loaded();
    }
}
