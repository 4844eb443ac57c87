package io.convene.launcher.config;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.CallerToken;
import io.convene.launcher.accounts.Scope;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads who may call, and for which accounts. */
final class AccessReader {
    private AccessReader() {}

    static Optional<CallerToken> token(Values values) {
        String name = values.required("name", "give the token a name for logs");
        String hash =
                values.required("sha256", "make a token with 'convene token new'")
                        .toLowerCase(Locale.ROOT);
        if (!hash.isEmpty() && !hash.matches("[0-9a-f]{64}")) {
            values.problems()
                    .add(
                            values.key() + ".sha256",
                            "it is not a SHA-256 of 64 hexadecimal digits",
                            "put the hash here, never the token; 'convene token new' prints both");
            return Optional.empty();
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : values.texts("scopes")) {
            Scope.named(word)
                    .ifPresentOrElse(
                            scopes::add,
                            () ->
                                    values.problems()
                                            .add(
                                                    values.key() + ".scopes",
                                                    "'" + word + "' is not a scope",
                                                    "use read, raw or admin"));
        }
        List<String> accounts = values.texts("accounts");
        if (accounts.isEmpty()) {
            values.problems()
                    .add(
                            values.key() + ".accounts",
                            "it is missing",
                            "list account ids, or \"*\" for all");
        }
        return name.isEmpty() || hash.isEmpty()
                ? Optional.empty()
                : Optional.of(new CallerToken(name, hash, scopes, Set.copyOf(accounts)));
    }

    static Optional<Account> account(Values values) {
        String id = values.required("id", "give the account a UUID");
        if (!id.isEmpty() && !isUuid(id)) {
            values.problems()
                    .add(
                            values.key() + ".id",
                            "'" + id + "' is not a UUID",
                            "give the account a UUID");
        }
        String integration =
                values.required("integration", "name the provider, such as greenhouse");
        Map<String, String> credentials = values.map("credentials");
        if (credentials.isEmpty()) {
            values.problems()
                    .add(
                            values.key() + ".credentials",
                            "it is missing",
                            "give what the integration's docs list");
        }
        return id.isEmpty() || integration.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Account(
                                id.toLowerCase(Locale.ROOT),
                                values.text("tenant_id", ""),
                                integration,
                                values.find("provider-version"),
                                credentials,
                                values.map("settings")));
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
