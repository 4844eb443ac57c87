package io.convene.launcher.egress.auth;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.containment.FaultKind;
import io.convene.launcher.egress.wire.FailureText;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.time.Deadline;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A token that several requests wait for together. It is obtained on a thread of its own; when that
 * takes long, a second attempt is made next to the first, and the token that comes first serves
 * all. Attempts end when nobody waits any more. Thread-safe.
 */
final class TokenFlight {
    /** Receives the result of a flight before those who wait do. */
    interface Landing {
        /** Called once: with the token, or without one when none could be obtained. */
        void landed(TokenFlight flight, Optional<HeldToken> token);
    }

    private static final int MOST_ATTEMPTS = 2;
    private static final Duration SHORTEST_RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(5);
    private static final int LIFE_IN_RETRIES = 3;

    private final Duration longestRetryAfter;
    private final Landing landing;
    private final CompletableFuture<HeldToken> token = new CompletableFuture<>();

    // Guarded by this, the oldest attempt first.
    private final List<TokenAttempt> attempts = new ArrayList<>();
    private @Nullable HeldToken held;
    private int waiting;

    /**
     * A flight that begins when somebody waits for it.
     *
     * @param held the token to exchange; it is used by the first attempt alone, since a vendor may
     *     take it only once
     * @param longestRetryAfter how long an attempt may take before another one is made, at most; at
     *     least a second, and half of the time of the request that waits
     */
    TokenFlight(Optional<HeldToken> held, Duration longestRetryAfter, Landing landing) {
        this.held = held.orElse(null);
        this.longestRetryAfter = longestRetryAfter;
        this.landing = landing;
    }

    /** A flight that landed already. */
    static TokenFlight landed(HeldToken token) {
        TokenFlight flight =
                new TokenFlight(Optional.empty(), Duration.ZERO, (self, obtained) -> {});
        flight.token.complete(token);
        return flight;
    }

    /** Whether the token is there. */
    boolean hasToken() {
        return token.state() == CompletableFuture.State.SUCCESS;
    }

    /**
     * Waits for the token up to the deadline. Whoever gives up does not disturb the others.
     *
     * @param source obtains the token when another attempt is due
     * @throws VendorFailure when it could not be obtained, or not in time
     * @throws BundleFault when the bundle failed at it
     */
    HeldToken await(TokenSlot.TokenSupplier source, Deadline deadline) {
        Duration retryAfter = retryAfter(deadline.remaining());
        join();
        try {
            while (true) {
                Duration untilNext = attemptIfDue(source, retryAfter);
                Duration left = deadline.remaining();
                try {
                    return token.get(shorter(untilNext, left).toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (deadline.isOver()) {
                        throw failed(Kind.TIMED_OUT, "The vendor gave no access token in time.");
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw VendorFailure.of(FailureText.givenUp());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BundleFault fault) {
                throw fault;
            }
            throw e.getCause() instanceof VendorFailure failure
                    ? failure
                    : VendorFailure.of(FailureText.givenUp());
        } finally {
            leave();
        }
    }

    /** Ends the attempt under way with a failure for those who wait. */
    synchronized void abandon() {
        attempts.forEach(TokenAttempt::end);
    }

    /** How long an attempt may take before another one is made for a request with that time. */
    private Duration retryAfter(Duration time) {
        return longer(shorter(time.dividedBy(2), longestRetryAfter), SHORTEST_RETRY_AFTER);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private synchronized void join() {
        waiting++;
    }

    private synchronized void leave() {
        waiting--;
        // A request with next to no time must not end an attempt that has just begun.
        boolean stuck =
                !attempts.isEmpty()
                        && !attempts.getFirst().untilAge(SHORTEST_RETRY_AFTER).isPositive();
        if (waiting == 0 && stuck) {
            endAttempts();
        }
    }

    /** Makes another attempt when the latest one takes too long; returns when to look again. */
    private synchronized Duration attemptIfDue(
            TokenSlot.TokenSupplier source, Duration retryAfter) {
        if (token.isDone()) {
            return Duration.ZERO;
        }
        if (!attempts.isEmpty()) {
            Duration wait = attempts.getLast().untilAge(retryAfter);
            if (attempts.size() == MOST_ATTEMPTS) {
                // Not too soon: some vendors are slow, and an attempt that is ended never succeeds.
                Duration life = longer(retryAfter.multipliedBy(LIFE_IN_RETRIES), SHORTEST_LIFE);
                wait = longer(wait, attempts.getFirst().untilAge(life));
            }
            if (wait.isPositive()) {
                return wait;
            }
            if (attempts.size() == MOST_ATTEMPTS) {
                attempts.removeFirst().end();
            }
        }
        Optional<HeldToken> exchanged = Optional.ofNullable(held);
        held = null;
        attempts.add(TokenAttempt.start(() -> source.obtain(exchanged), this::ended));
        return retryAfter;
    }

    private synchronized void ended(TokenAttempt attempt, TokenAttempt.AttemptResult result) {
        if (!attempts.remove(attempt)) {
            return;
        }
        if (result.failure().isPresent() && !isLast(result.failure().get())) {
            return;
        }
        endAttempts();
        landing.landed(this, result.token());
        result.token().ifPresent(token::complete);
        result.failure().ifPresent(token::completeExceptionally);
    }

    /** Whether no other attempt can do better. */
    private boolean isLast(RuntimeException failure) {
        if (failure instanceof BundleFault fault && fault.kind() != FaultKind.OVERRAN) {
            return true;
        }
        return attempts.isEmpty()
                || (failure instanceof VendorFailure it && it.kind() == Kind.BAD_CREDENTIALS);
    }

    private void endAttempts() {
        List<TokenAttempt> ended = List.copyOf(attempts);
        attempts.clear();
        ended.forEach(TokenAttempt::end);
    }

    private static VendorFailure failed(Kind kind, String why) {
        return VendorFailure.of(new VendorException(kind, why));
    }
}
