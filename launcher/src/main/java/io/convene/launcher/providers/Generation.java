package io.convene.launcher.providers;

import io.convene.core.InterviewDraft;
import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Listing;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Support;
import io.convene.launcher.containment.BundleWatch;
import io.convene.launcher.containment.Containment;
import io.convene.launcher.providers.bundle.Bundle;
import io.convene.launcher.providers.status.BundleRecord;
import io.convene.launcher.providers.status.ProviderState;
import io.convene.launcher.providers.version.SemanticVersion;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One loading of a bundle. It is held once by being served and once by every lease; the last one to
 * let go unloads it, and from then on nothing in here refers to the bundle's classes but weakly.
 */
final class Generation {
    /** The references to the bundle's classes, in one place so that they can be dropped at once. */
    record Loaded(Start start, Binder binder, StringCache cache) {}

    /**
     * A provider with its descriptions from when it was started.
     *
     * @param support its support under the default settings, if it lists interviews
     */
    record Start(
            AtsProvider provider,
            ProviderDescriptor descriptor,
            Optional<Listing<InterviewDraft>> listing,
            Optional<Support> support) {}

    private final BundleRecord record;
    private final String id;
    private final String module;
    private final SemanticVersion version;
    private final ProviderDescriptor descriptor;
    private final Path folder;
    private final WeakReference<ClassLoader> loader;
    private final Containment containment;
    private final AtomicInteger holds = new AtomicInteger(1);
    private final RequestListener listener;
    private volatile @Nullable Loaded loaded;
    private volatile @Nullable Long retiredAt;

    /** Receives the end of each request. */
    interface RequestListener {
        void served(Generation generation, boolean failed);
    }

    Generation(Bundle bundle, Start start, BundleWatch watch, RequestListener listener) {
        this.listener = listener;
        this.record = bundle.record();
        this.id = bundle.id();
        this.module = bundle.module();
        this.version = bundle.version();
        this.folder = bundle.copy().folder();
        this.descriptor = start.descriptor();
        this.loader = new WeakReference<>(start.provider().getClass().getClassLoader());
        this.containment = new Containment(id, version.toString(), watch, record);
        record.loadedAs(key());
        this.loaded = new Loaded(start, new Binder(), new StringCache(System::nanoTime));
    }

    /** How it behaves. */
    Containment containment() {
        return containment;
    }

    /** The name of its private copy, which no other generation has. */
    String key() {
        return folder.toString();
    }

    BundleRecord record() {
        return record;
    }

    String id() {
        return id;
    }

    String module() {
        return module;
    }

    SemanticVersion version() {
        return version;
    }

    ProviderDescriptor descriptor() {
        return descriptor;
    }

    Path folder() {
        return folder;
    }

    /** A hold for one request, unless the generation was released. */
    Optional<Lease> lease() {
        int current = holds.get();
        while (current > 0) {
            if (holds.compareAndSet(current, current + 1)) {
                return Optional.of(new Lease(this));
            }
            current = holds.get();
        }
        return Optional.empty();
    }

    /** The loaded bundle for a lease. Only a holder may ask. */
    Loaded loaded() {
        Loaded current = loaded;
        if (current == null) {
            throw new IllegalStateException(id + " " + version + " is unloaded");
        }
        return current;
    }

    /** A request has ended, with a failure of the bundle or without. */
    void served(boolean failed) {
        listener.served(this, failed);
    }

    void release() {
        if (holds.decrementAndGet() == 0) {
            unload();
        }
    }

    /** Ends serving. Call once, when no new request can find this generation any more. */
    void retire(boolean superseded) {
        if (superseded) {
            record.reached(ProviderState.SUPERSEDED);
        }
        retiredAt = System.nanoTime();
        record.reached(ProviderState.DRAINING);
        release();
    }

    /** How long ago it was retired; zero if it was not. */
    Duration retiredFor() {
        Long begin = retiredAt;
        return begin == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Its class loader, unless that is gone. The caller must not keep it. */
    Optional<ClassLoader> classLoader() {
        return Optional.ofNullable(loader.get());
    }

    boolean isUnloaded() {
        return loaded == null;
    }

    /** Whether the classes are gone from memory. */
    boolean isCollected() {
        return isUnloaded() && loader.refersTo(null);
    }

    private void unload() {
        Loaded last = loaded;
        loaded = null;
        if (last != null) {
            last.binder().close();
            last.cache().clear();
        }
        record.reached(ProviderState.UNLOADED);
    }
}
