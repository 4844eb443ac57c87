package io.convene.launcher.providers;

import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Support;
import io.convene.core.spi.VendorException;
import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.containment.CallContext;
import io.convene.launcher.containment.ContainedProvider;
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
    private final ContainedProvider contained;
    private volatile boolean serving;

    Lease(Generation generation) {
        this.generation = generation;
        Generation.Start start = generation.loaded().start();
        this.contained =
                new ContainedProvider(
                        start.provider(),
                        start.descriptor(),
                        start.listing(),
                        generation.containment(),
                        CallContext.none());
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

    /** The provider's descriptor from when it was loaded. */
    public ProviderDescriptor descriptor() {
        return generation.descriptor();
    }

    /** Calls the bundle on behalf of that request from now on. */
    public void serve(CallContext context) {
        serving = true;
        contained.serve(context);
    }

    /** Why the bundle must not be called now, if it must not: it is in quarantine. */
    public Optional<BundleFault> refusal() {
        return generation.containment().refusal();
    }

    /**
     * The provider. Its faults are thrown as a {@link BundleFault} that names it.
     *
     * @throws IllegalStateException when the lease is closed
     */
    @Override
    public AtsProvider provider() {
        loaded();
        return contained;
    }

    /**
     * The provider itself, for the conformance kit: its exceptions are thrown as they are.
     *
     * @throws IllegalStateException when the lease is closed
     */
    public AtsProvider uncontained() {
        return loaded().start().provider();
    }

    /**
     * The support under the default settings, if interviews are listed.
     *
     * @throws IllegalStateException when the lease is closed
     */
    public Optional<Support> supportByDefault() {
        return loaded().start().support();
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
     * The text remembered under that key for the account, unless it has expired.
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
            contained.close();
            if (serving) {
                generation.served(contained.hasFailed());
            }
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
