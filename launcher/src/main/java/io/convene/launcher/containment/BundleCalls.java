package io.convene.launcher.containment;

import io.convene.core.spi.VendorException;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The calls of one bundle on behalf of one request: each is watched, and a mistake in it becomes a
 * {@link BundleFault}. Thread-safe.
 */
final class BundleCalls {
    private final Containment containment;
    private volatile CallContext context;
    private volatile boolean failed;

    BundleCalls(Containment containment, CallContext context) {
        this.containment = containment;
        this.context = context;
    }

    /** Whether the bundle has done something wrong in one of these calls. */
    boolean hasFailed() {
        return failed;
    }

    void serve(CallContext other) {
        context = other;
    }

    /**
     * The bundle's result.
     *
     * @throws VendorException the bundle's own
     * @throws BundleFault when it throws anything else, returns null or does not return in time
     */
    <T> T call(BundleMethod method, Supplier<T> body) {
        return with(method, call -> body.get());
    }

    /** The same for a body that needs the call itself. */
    <T> T with(BundleMethod method, Function<BundleCall, T> body) {
        Optional<BundleFault> refusal = containment.refusal(method);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        BundleCall call = begin(method);
        @Nullable T result = null;
        @Nullable Throwable thrown = null;
        try {
            call.enter();
            result = body.apply(call);
        } catch (Throwable e) {
            // Also an OutOfMemoryError: memory that a bundle did not get is not missing elsewhere.
            thrown = e;
        } finally {
            containment.watch().end(call);
        }
        try {
            call.leave();
            call.throwIfOverrun();
        } catch (BundleFault e) {
            failed = true;
            throw e;
        }
        if (thrown != null) {
            throw failure(method, thrown);
        }
        if (result == null) {
            throw unusable(method, "it is null");
        }
        return result;
    }

    /** A call of this thread that is watched until {@link #end}. */
    BundleCall begin(BundleMethod method) {
        CallContext now = context;
        BundleCall call =
                new BundleCall(
                        containment, now, method, DetachedTask.rescuer().orElse(now.rescuer()));
        containment.watch().begin(call);
        return call;
    }

    void end(BundleCall call) {
        containment.watch().end(call);
    }

    /** The fault for an exception that the bundle threw. */
    BundleFault threw(BundleMethod method, String where, Throwable thrown) {
        failed = true;
        return containment.threw(method, context, where, thrown);
    }

    BundleFault unusable(BundleMethod method, String what) {
        failed = true;
        return containment.unusable(method, context, what);
    }

    private RuntimeException failure(BundleMethod method, Throwable thrown) {
        if (thrown instanceof HostFailure e) {
            return e.reason();
        }
        if (thrown instanceof VendorException e) {
            return e.getMessage() == null
                    ? unusable(method, "it threw a VendorException without a message")
                    : e;
        }
        return threw(method, "", thrown);
    }
}
