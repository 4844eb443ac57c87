package io.convene.launcher.egress.auth;

import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.time.Deadline;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One request's use of its account's token: which it used, and that it has it renewed once at most.
 * Thread-safe.
 */
public final class RequestTokens {
    private final TokenSlot slot;
    private final TokenSlot.TokenSupplier source;
    private final Deadline deadline;
    private final Set<String> seen = new LinkedHashSet<>();
    private @Nullable HeldToken lastUsed;
    private @Nullable HeldToken refused;
    private @Nullable TokenFlight renewal;

    public RequestTokens(TokenSlot slot, TokenSlot.TokenSupplier source, Deadline deadline) {
        this.slot = slot;
        this.source = source;
        this.deadline = deadline;
    }

    /** The token to send a call with. */
    HeldToken current() {
        return awaited(next());
    }

    /**
     * The token to repeat a call with that was refused; none when the refused token is the
     * replacement already.
     *
     * @throws VendorFailure when no other token could be obtained, the same one for every call of
     *     the request
     */
    Optional<HeldToken> replacement(HeldToken refusedNow) {
        Optional<TokenFlight> renewed = renewal(refusedNow);
        return renewed.map(this::awaited);
    }

    /** Has the token replaced that was used last, and says whether there is another one now. */
    boolean renew() {
        Optional<HeldToken> last;
        synchronized (this) {
            last = Optional.ofNullable(lastUsed);
        }
        return last.flatMap(this::replacement).isPresent();
    }

    /** The tokens that a text may hold. */
    synchronized Set<String> values() {
        Set<String> values = new LinkedHashSet<>(seen);
        values.addAll(slot.values());
        return values;
    }

    /**
     * A renewal that is under way or failed binds every call of the request, so that none starts
     * another one.
     */
    private synchronized TokenFlight next() {
        TokenFlight mine = renewal;
        return mine == null || mine.hasToken() ? slot.token() : mine;
    }

    private synchronized Optional<TokenFlight> renewal(HeldToken refusedNow) {
        if (renewal == null) {
            refused = refusedNow;
            slot.reject(refusedNow);
            renewal = slot.token();
        }
        return refused == refusedNow ? Optional.of(renewal) : Optional.empty();
    }

    private HeldToken awaited(TokenFlight token) {
        return used(token.await(source, deadline));
    }

    private synchronized HeldToken used(HeldToken token) {
        lastUsed = token;
        seen.add(token.value());
        return token;
    }
}
