package io.convene.launcher.accounts;

import java.util.Optional;
import java.util.Set;

/**
 * A token that callers may present. Only its hash is known here.
 *
 * @param name its name for operators
 * @param sha256 the SHA-256 of the token in lower-case hexadecimal
 * @param scopes the scopes it has
 * @param accounts the ids of the accounts it may use, or {@code *} for all
 */
public record CallerToken(String name, String sha256, Set<Scope> scopes, Set<String> accounts) {
    private static final String ALL = "*";

    public CallerToken {
        scopes = Set.copyOf(scopes);
        accounts = Set.copyOf(accounts);
    }

    /** Whether it allows that. */
    public boolean allows(Scope scope) {
        return scopes.contains(Scope.ADMIN) || scopes.contains(scope);
    }

    /** Whether it may use the account. */
    public boolean mayUse(String accountId) {
        return accounts.contains(ALL) || accounts.contains(accountId);
    }

    /** The one account it may use, if it is limited to one. */
    public Optional<String> onlyAccount() {
        return accounts.size() == 1 && !accounts.contains(ALL)
                ? accounts.stream().findFirst()
                : Optional.empty();
    }
}
