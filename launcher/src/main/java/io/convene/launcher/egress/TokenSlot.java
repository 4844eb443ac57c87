package io.convene.launcher.egress;

import io.convene.core.spi.VendorException;
import io.convene.launcher.accounts.Account;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The token of one account under one generation. However many requests want one, one is obtained,
 * on a thread of its own, so that no request that gives up ends it for the others. What fails is
 * not kept. Thread-safe.
 */
final class TokenSlot {
    /** Obtains a token from the vendor, by exchange of the held one where there is one. */
    interface Source {
        HeldToken obtain(Optional<HeldToken> held);
    }

    private record Flight(CompletableFuture<HeldToken> token, Thread thread) {}

    private final Account account;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable HeldToken current;
    private @Nullable HeldToken former;
    private boolean rejected;
    private @Nullable Flight flight;

    TokenSlot(Account account) {
        this.account = account;
    }

    /** Whether the slot's token was obtained with what that account has. */
    boolean isFor(Account other) {
        return account.credentials().equals(other.credentials())
                && account.settings().equals(other.settings());
    }

    /**
     * The vendor refused that token: unless there is another one already, a new one will be
     * obtained.
     */
    void reject(HeldToken refused) {
        lock.lock();
        try {
            rejected |= refused == current;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The token to use now, or the one that is under way; several requests share what this returns.
     */
    CompletableFuture<HeldToken> token(Source source) {
        lock.lock();
        try {
            if (current != null && !rejected && !current.isStale()) {
                return CompletableFuture.completedFuture(current);
            }
            if (flight == null) {
                flight = start(source, Optional.ofNullable(current));
            }
            return flight.token();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a token up to the deadline; giving up does not disturb whoever else waits.
     *
     * @throws TokenFailure when it could not be obtained, or not in time
     */
    static HeldToken await(CompletableFuture<HeldToken> token, Deadline deadline) {
        try {
            return token.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new TokenFailure(
                    new VendorException(
                            VendorException.Kind.TIMED_OUT,
                            "The vendor gave no access token in time."),
                    Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenFailure(Failures.givenUp(), Optional.empty());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TokenFailure failure
                    ? failure
                    : new TokenFailure(Failures.givenUp(), Optional.empty());
        }
    }

    /** Every token that may still stand in some text. */
    List<String> values() {
        lock.lock();
        try {
            List<String> values = new ArrayList<>();
            Optional.ofNullable(current).map(HeldToken::value).ifPresent(values::add);
            Optional.ofNullable(former).map(HeldToken::value).ifPresent(values::add);
            return values;
        } finally {
            lock.unlock();
        }
    }

    /** Ends what is under way; nobody will use the slot again. */
    void abandon() {
        lock.lock();
        try {
            if (flight != null) {
                flight.thread().interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    private Flight start(Source source, Optional<HeldToken> held) {
        CompletableFuture<HeldToken> token = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().name("token").unstarted(() -> fly(source, held, token));
        thread.start();
        return new Flight(token, thread);
    }

    private void fly(Source source, Optional<HeldToken> held, CompletableFuture<HeldToken> token) {
        try {
            HeldToken obtained = source.obtain(held);
            land(obtained);
            token.complete(obtained);
        } catch (TokenFailure e) {
            land(null);
            token.completeExceptionally(e);
        } catch (Throwable e) {
            land(null);
            // As text: a kept throwable would pin the bundle's class loader.
            token.completeExceptionally(
                    new TokenFailure(
                            e instanceof VendorException failure ? failure : unusable(e),
                            Optional.empty()));
        }
    }

    private void land(@Nullable HeldToken obtained) {
        lock.lock();
        try {
            flight = null;
            if (obtained != null) {
                former = current;
                current = obtained;
                rejected = false;
            }
        } finally {
            lock.unlock();
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
