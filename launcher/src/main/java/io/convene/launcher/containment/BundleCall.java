package io.convene.launcher.containment;

import io.convene.core.spi.VendorException;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One thread's way into a bundle and out again. {@link BundleWatch} first interrupts a thread that
 * is in there beyond its deadline, then gives it up; a thread that was given up does not get out
 * any more, it ends with {@link AbandonedCall}. So either the thread or its rescuer uses the
 * request, never both.
 *
 * <p>Entering and leaving cost one memory barrier each, as {@code map} is called for every record.
 */
final class BundleCall {
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(BundleCall.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final int OUTSIDE = 0;
    private static final int INSIDE = 1;
    private static final int INTERRUPTING = 2;
    private static final int INTERRUPTED = 3;
    private static final int ABANDONED = 4;

    private final Thread thread = Thread.currentThread();
    private final Containment containment;
    private final CallContext context;
    private final BundleMethod method;
    private final Consumer<BundleFault> rescuer;
    private volatile int state = OUTSIDE;

    // Of the thread alone.
    private @Nullable BundleFault overrun;

    // Only the watch reads and writes these.
    private boolean busy;
    private long since;
    private long end;
    private int looks;
    private long interruptedAt;

    BundleCall(
            Containment containment,
            CallContext context,
            BundleMethod method,
            Consumer<BundleFault> rescuer) {
        this.containment = containment;
        this.context = context;
        this.method = method;
        this.rescuer = rescuer;
    }

    boolean isOfThisThread() {
        return thread == Thread.currentThread();
    }

    /** The thread goes into the bundle. */
    void enter() {
        if (state == ABANDONED) {
            throw new AbandonedCall();
        }
        STATE.setRelease(this, INSIDE);
    }

    /**
     * The thread is back from the bundle.
     *
     * @throws BundleFault when it was interrupted there, as the deadline had passed
     * @throws AbandonedCall when it was given up
     */
    void leave() {
        if (!STATE.compareAndSet(this, INSIDE, OUTSIDE)) {
            leaveLate();
        }
    }

    private void leaveLate() {
        while (state == INTERRUPTING) {
            Thread.onSpinWait();
        }
        if (STATE.compareAndSet(this, INTERRUPTED, OUTSIDE)) {
            // Ours, and perhaps not noticed: it must not end the thread's next work.
            Thread.interrupted();
            BundleFault fault = containment.overran(method);
            overrun = fault;
            throw fault;
        }
        if (state == ABANDONED) {
            throw new AbandonedCall();
        }
    }

    /**
     * Does work of the host that the bundle requested, which does not count as time in the bundle.
     */
    <T> T outside(Supplier<T> work) {
        if (!isOfThisThread()) {
            return work.get();
        }
        try {
            leave();
            return work.get();
        } catch (VendorException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new HostFailure(e);
        } finally {
            enter();
        }
    }

    /** The bundle may have swallowed it when it learned of the overrun from the host. */
    void throwIfOverrun() {
        if (overrun != null) {
            throw overrun;
        }
    }

    Containment containment() {
        return containment;
    }

    /** Whether the thread is in the bundle and cannot be had back. */
    boolean isAbandoned() {
        return state == ABANDONED;
    }

    /** How long the thread has been in the bundle, as far as the watch has seen. */
    long busyNanos(long now) {
        return busy ? now - since : 0;
    }

    /** Looks at where the thread is. Called by the watch alone, again and again. */
    void look(long now, long leastNanos, long graceNanos) {
        switch (state) {
            case OUTSIDE -> busy = false;
            case INSIDE -> {
                if (!busy) {
                    busy = true;
                    since = now;
                    looks = 0;
                    end = context.end().getAsLong() - method.marginNanos();
                    return;
                }
                looks++;
                if (looks >= method.mostLooks() || (now - end >= 0 && now - since >= leastNanos)) {
                    interruptedAt = now;
                    interrupt();
                }
            }
            case INTERRUPTED -> {
                if (now - interruptedAt >= graceNanos) {
                    abandon();
                }
            }
            default -> {
                // given up, or just being interrupted
            }
        }
    }

    private void interrupt() {
        if (STATE.compareAndSet(this, INSIDE, INTERRUPTING)) {
            containment.report(method, context, thread.getStackTrace());
            thread.interrupt();
            state = INTERRUPTED;
        }
    }

    private void abandon() {
        if (STATE.compareAndSet(this, INTERRUPTED, ABANDONED)) {
            rescuer.accept(containment.overran(method));
        }
    }
}
