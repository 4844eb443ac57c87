package io.convene.launcher.admission;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.CallerToken;

import java.net.URI;
import java.util.Optional;

/**
 * Whose request it is.
 *
 * @param account the id of the account
 * @param token the hash of the caller's token
 * @param vendor the host that the account's settings name, or else the integration, whose accounts
 *     share its host
 */
public record Requester(String account, String token, String vendor) {
    /** The one who asks for that account with that token. */
    public static Requester of(Account account, CallerToken token) {
        return new Requester(account.id(), token.sha256(), vendor(account));
    }

    private static String vendor(Account account) {
        if (account.settings().isEmpty()) {
            return account.integration();
        }
        return account.settings().values().stream()
                .flatMap(value -> host(value).stream())
                .findFirst()
                .orElse(account.integration());
    }

    private static Optional<String> host(String value) {
        if (!value.startsWith("https://") && !value.startsWith("http://")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(URI.create(value).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
