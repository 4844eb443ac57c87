package io.convene.launcher.containment;

import io.convene.core.spi.VendorException;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Work that calls a bundle on a virtual thread of its own. When that thread does not come back from
 * the bundle, the fault goes to those who wait for it.
 */
public final class DetachedTask<T> extends FutureTask<T> {
    private static final ScopedValue<Consumer<BundleFault>> RESCUER = ScopedValue.newInstance();

    /** That work, not begun yet. */
    public DetachedTask(Callable<T> work) {
        super(work);
    }

    /** Begins on a thread of that name. */
    public void start(String name) {
        Thread.ofVirtual().name(name).start(() -> run(this::setException, this));
    }

    /**
     * Does the work on a thread of that name while this one waits, and returns its result.
     *
     * @throws RuntimeException thrown by the work
     */
    public static <R> R call(String name, Callable<R> work) {
        DetachedTask<R> task = new DetachedTask<>(work);
        task.start(name);
        return task.await();
    }

    /**
     * Does work on this thread, and tells {@code rescuer} when the thread does not come back from a
     * bundle.
     */
    public static void run(Consumer<BundleFault> rescuer, Runnable work) {
        ScopedValue.where(RESCUER, rescuer).run(work);
    }

    static Optional<Consumer<BundleFault>> rescuer() {
        return RESCUER.isBound() ? Optional.of(RESCUER.get()) : Optional.empty();
    }

    /**
     * Waits for the outcome.
     *
     * @throws VendorException when this thread is interrupted, because its request ends early
     * @throws RuntimeException thrown by the work
     */
    public T await() {
        try {
            return get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VendorException(
                    VendorException.Kind.UNAVAILABLE,
                    "The request was given up before the vendor answered.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException("asking a bundle failed", e.getCause());
        }
    }
}
