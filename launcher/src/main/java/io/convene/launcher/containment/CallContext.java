package io.convene.launcher.containment;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * On whose behalf a bundle is called.
 *
 * @param account the id of the account
 * @param request the id of the request; empty without one
 * @param clean takes the account's secrets out of a text
 * @param end when a call that begins now must have returned, by {@link System#nanoTime()}
 * @param rescuer answers in the place of the request's thread when that does not come back from the
 *     bundle; is called on a thread that must not be kept, and may use whatever the request's
 *     thread was using
 */
public record CallContext(
        String account,
        String request,
        UnaryOperator<String> clean,
        LongSupplier end,
        Consumer<BundleFault> rescuer) {
    private static final long AT_START = 10_000_000_000L;

    /** Calls outside a request, which have ten seconds each. */
    public static CallContext none() {
        return new CallContext(
                "", "", UnaryOperator.identity(), () -> System.nanoTime() + AT_START, fault -> {});
    }

    /** The same with another way to answer. */
    public CallContext with(Consumer<BundleFault> other) {
        return new CallContext(account, request, clean, end, other);
    }
}
