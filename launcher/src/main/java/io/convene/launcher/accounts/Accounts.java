package io.convene.launcher.accounts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The accounts that can be asked. Immutable. */
public final class Accounts {
    private final Map<String, Account> byId = new LinkedHashMap<>();

    /** The given accounts; their ids must differ. */
    public Accounts(Collection<Account> accounts) {
        accounts.forEach(account -> byId.put(account.id(), account));
    }

    /** Those that a token may use, always in the same order. */
    public Stream<Account> of(CallerToken token) {
        return byId.values().stream().filter(account -> token.mayUse(account.id()));
    }

    /**
     * The account of that id, if the token may use it; a foreign account looks like an unknown one.
     */
    public Optional<Account> find(String id, CallerToken token) {
        return Optional.ofNullable(byId.get(id)).filter(account -> token.mayUse(account.id()));
    }
}
