package io.convene.launcher.egress.auth;

import io.convene.launcher.accounts.Account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The tokens of all accounts: one slot per account and generation, for the account's present
 * credentials and settings. Thread-safe.
 */
public final class TokenStore {
    private record SlotKey(String account, String generation) {}

    // Of the longest time for a token: five seconds by default.
    private static final int RETRY_PART = 6;

    private final ConcurrentHashMap<SlotKey, TokenSlot> slots = new ConcurrentHashMap<>();
    private final Duration retryAfter;

    /**
     * A store without tokens.
     *
     * @param timeout how long obtaining a token may take
     */
    public TokenStore(Duration timeout) {
        retryAfter = timeout.dividedBy(RETRY_PART);
    }

    /** The slot for that account as it is now; a changed account has a new one. */
    public TokenSlot slot(Account account, String generation) {
        return slots.compute(
                new SlotKey(account.id(), generation),
                (key, old) ->
                        old != null && old.isFor(account)
                                ? old
                                : new TokenSlot(account, retryAfter));
    }

    /** The tokens held for that account, under any generation. */
    public List<String> values(String accountId) {
        List<String> values = new ArrayList<>();
        slots.forEach((key, slot) -> {
            if (key.account().equals(accountId)) {
                values.addAll(slot.values());
            }
        });
        return values;
    }

    public void forgetAccount(String accountId) {
        forget(key -> key.account().equals(accountId));
    }

    public void forgetGeneration(String generation) {
        forget(key -> key.generation().equals(generation));
    }

    public void forgetAll() {
        forget(key -> true);
    }

    private void forget(Predicate<SlotKey> which) {
        slots.forEach((key, slot) -> {
            if (which.test(key) && slots.remove(key, slot)) {
                slot.abandon();
            }
        });
    }
}
