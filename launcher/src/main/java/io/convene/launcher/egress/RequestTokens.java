package io.convene.launcher.egress;

import io.convene.core.spi.VendorException;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One request's use of its account's token: which it used, and that it has it renewed once at most.
 * Thread-safe.
 */
final class RequestTokens {
    private final TokenSlot slot;
    private final TokenSlot.Source source;
    private final Deadline deadline;
    private final ReentrantLock renewing = new ReentrantLock();
    private final Set<String> seen = new LinkedHashSet<>();
    private @Nullable HeldToken lastUsed;
    private @Nullable HeldToken refused;
    private @Nullable HeldToken replacement;
    private @Nullable VendorException failure;

    RequestTokens(TokenSlot slot, TokenSlot.Source source, Deadline deadline) {
        this.slot = slot;
        this.source = source;
        this.deadline = deadline;
    }

    /** The token to send a call with. */
    HeldToken current() {
        return used(slot.token(source, deadline));
    }

    /**
     * The token to repeat a call with that was refused; none when what was refused is the
     * replacement already.
     *
     * @throws VendorException when no other token could be obtained, the same one for every call of
     *     the request
     */
    Optional<HeldToken> replacement(HeldToken refusedNow) {
        lock();
        try {
            if (refused == null) {
                refused = refusedNow;
                renew(refusedNow);
            }
            if (refused != refusedNow) {
                return Optional.empty();
            }
            if (failure != null) {
                throw failure;
            }
            return Optional.ofNullable(replacement);
        } finally {
            renewing.unlock();
        }
    }

    /** Has the token replaced that was used last, and says whether there is another one now. */
    boolean renew() {
        HeldToken last;
        synchronized (seen) {
            last = lastUsed;
        }
        return last != null && replacement(last).isPresent();
    }

    /** The tokens that may stand in some text. */
    Set<String> values() {
        List<String> held = slot.values();
        synchronized (seen) {
            Set<String> values = new LinkedHashSet<>(seen);
            values.addAll(held);
            return values;
        }
    }

    private void renew(HeldToken refusedNow) {
        slot.reject(refusedNow);
        try {
            replacement = used(slot.token(source, deadline));
        } catch (VendorException e) {
            failure = e;
        }
    }

    private HeldToken used(HeldToken token) {
        synchronized (seen) {
            lastUsed = token;
            seen.add(token.value());
        }
        return token;
    }

    private void lock() {
        try {
            if (!renewing.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw TokenSlot.timedOut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.givenUp();
        }
    }
}
