package io.convene.launcher.egress.auth;

import io.convene.launcher.accounts.Account;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The token of one account under one generation. However many requests want one, they share one
 * {@link TokenFlight}. Failures are not kept. Thread-safe.
 */
public final class TokenSlot {
    /** Obtains a token from the vendor, by exchange of the held one where there is one. */
    interface TokenSupplier {
        HeldToken obtain(Optional<HeldToken> held);
    }

    private final Account account;
    private final Duration retryAfter;

    // Guarded by this.
    private @Nullable HeldToken current;
    private @Nullable HeldToken former;
    private boolean rejected;
    private @Nullable TokenFlight flight;

    /**
     * A slot without a token.
     *
     * @param retryAfter how long one attempt to obtain a token may take before another one is made
     */
    TokenSlot(Account account, Duration retryAfter) {
        this.account = account;
        this.retryAfter = retryAfter;
    }

    /** Whether the slot's token was obtained with that account's credentials and settings. */
    boolean isFor(Account other) {
        return account.credentials().equals(other.credentials())
                && account.settings().equals(other.settings());
    }

    /**
     * The vendor refused that token: unless there is another one already, a new one will be
     * obtained.
     */
    synchronized void reject(HeldToken refused) {
        rejected |= refused == current;
    }

    /** The token to use now, or the one that is under way; several requests share it. */
    synchronized TokenFlight token() {
        if (current != null && !rejected && !current.isStale()) {
            return TokenFlight.landed(current);
        }
        TokenFlight shared = flight;
        if (shared == null) {
            shared = new TokenFlight(Optional.ofNullable(current), retryAfter, this::land);
            flight = shared;
        }
        return shared;
    }

    /** Every token that may still be in some text. */
    synchronized List<String> values() {
        List<String> values = new ArrayList<>();
        Optional.ofNullable(current).map(HeldToken::value).ifPresent(values::add);
        Optional.ofNullable(former).map(HeldToken::value).ifPresent(values::add);
        return values;
    }

    /** Ends the attempt under way; nobody will use the slot again. */
    void abandon() {
        TokenFlight ended;
        synchronized (this) {
            ended = flight;
        }
        if (ended != null) {
            ended.abandon();
        }
    }

    private synchronized void land(TokenFlight landed, Optional<HeldToken> obtained) {
        if (flight == landed) {
            flight = null;
        }
        if (obtained.isPresent()) {
            former = current;
            current = obtained.get();
            rejected = false;
        }
    }
}
