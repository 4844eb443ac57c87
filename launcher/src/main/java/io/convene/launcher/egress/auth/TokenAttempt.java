package io.convene.launcher.egress.auth;

import io.convene.core.spi.VendorException;
import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.containment.DetachedTask;
import io.convene.launcher.egress.wire.VendorFailure;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** One attempt to obtain a token, on a thread of its own. Thread-safe. */
final class TokenAttempt {
    /**
     * The result of an attempt: one of both.
     *
     * @param failure a {@link VendorFailure}, or a {@link BundleFault}
     */
    record AttemptResult(Optional<HeldToken> token, Optional<RuntimeException> failure) {
        static AttemptResult of(RuntimeException failure) {
            return new AttemptResult(Optional.empty(), Optional.of(failure));
        }
    }

    private final long startedAt = System.nanoTime();
    private final Thread thread;

    private TokenAttempt(
            Supplier<HeldToken> source, BiConsumer<TokenAttempt, AttemptResult> whenEnded) {
        thread =
                Thread.ofVirtual()
                        .name("token")
                        .unstarted(() ->
                                DetachedTask.run(
                                        fault -> whenEnded.accept(this, AttemptResult.of(fault)),
                                        () -> whenEnded.accept(this, result(source))));
    }

    /**
     * Begins an attempt.
     *
     * @param whenEnded called on the attempt's thread; earlier, and on another one, when that does
     *     not come back from the bundle
     */
    static TokenAttempt start(
            Supplier<HeldToken> source, BiConsumer<TokenAttempt, AttemptResult> whenEnded) {
        TokenAttempt attempt = new TokenAttempt(source, whenEnded);
        attempt.thread.start();
        return attempt;
    }

    /** Interrupts it. */
    void end() {
        thread.interrupt();
    }

    /** How long until it has that age; not positive once it has. */
    Duration untilAge(Duration age) {
        return age.minusNanos(System.nanoTime() - startedAt);
    }

    private static AttemptResult result(Supplier<HeldToken> source) {
        try {
            return new AttemptResult(Optional.of(source.get()), Optional.empty());
        } catch (VendorFailure | BundleFault e) {
            return AttemptResult.of(e);
        } catch (Throwable e) {
            // As text: a kept throwable would pin the bundle's class loader.
            VendorException failure = e instanceof VendorException it ? it : unusable(e);
            return AttemptResult.of(VendorFailure.of(failure));
        }
    }

    private static VendorException unusable(Throwable failure) {
        return new VendorException(
                VendorException.Kind.UNUSABLE_ANSWER,
                "The provider could not obtain a token: it failed with "
                        + failure.getClass().getSimpleName()
                        + ".");
    }
}
