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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads who may call, and for which accounts. */
final class AccessReader {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private AccessReader() {}

    /** The token, if it can be used as far as it is read; notes every problem of it. */
    static Optional<CallerToken> token(Values values) {
        String name = values.required(AccessKeys.TOKEN_NAME, "give the token a name for logs");
        String hash =
                values.required(AccessKeys.TOKEN_HASH, "make a token with 'convene token new'")
                        .toLowerCase(Locale.ROOT);
        boolean isHash = HASH.matcher(hash).matches();
        if (!hash.isEmpty() && !isHash) {
            values.at(AccessKeys.TOKEN_HASH)
                    .problem(
                            "it is not a SHA-256 of 64 hexadecimal digits",
                            "put the hash here, never the token; 'convene token new' prints both");
        }
        Set<Scope> scopes = scopes(values);
        List<String> accounts = values.texts(AccessKeys.TOKEN_ACCOUNTS);
        if (accounts.isEmpty()) {
            values.at(AccessKeys.TOKEN_ACCOUNTS)
                    .problem("it is missing", "list account ids, or \"*\" for all");
        }
        return name.isEmpty() || !isHash
                ? Optional.empty()
                : Optional.of(new CallerToken(name, hash, scopes, lowerCase(accounts)));
    }

    /** As the ids of accounts are kept. */
    private static Set<String> lowerCase(List<String> ids) {
        return ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private static Set<Scope> scopes(Values values) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : values.texts(AccessKeys.TOKEN_SCOPES)) {
            Scope.named(word)
                    .ifPresentOrElse(
                            scopes::add,
                            () ->
                                    values.at(AccessKeys.TOKEN_SCOPES)
                                            .problem(
                                                    "'%s' is not a scope".formatted(word),
                                                    "use read, raw or admin"));
        }
        return scopes;
    }

    /** The account, if it can be used as far as it is read; notes every problem of it. */
    static Optional<Account> account(Values values) {
        String id = values.required(AccessKeys.ACCOUNT_ID, "give the account a UUID");
        if (!id.isEmpty() && !isUuid(id)) {
            values.at(AccessKeys.ACCOUNT_ID)
                    .problem("'%s' is not a UUID".formatted(id), "give the account a UUID");
        }
        String integration =
                values.required(
                        AccessKeys.ACCOUNT_INTEGRATION, "name the provider, such as greenhouse");
        int before = values.problems().count();
        Map<String, String> credentials = values.map(AccessKeys.ACCOUNT_CREDENTIALS);
        credentials.replaceAll((name, secret) -> Substitution.withoutLineBreaks(secret));
        if (credentials.isEmpty() && values.problems().count() == before) {
            values.at(AccessKeys.ACCOUNT_CREDENTIALS)
                    .problem("it is missing", "give those that the integration's docs list");
        }
        Optional<String> version = values.find(AccessKeys.ACCOUNT_VERSION);
        String tenant = values.find(AccessKeys.ACCOUNT_TENANT).orElse("");
        Map<String, String> settings = values.map(AccessKeys.ACCOUNT_SETTINGS);
        return id.isEmpty() || integration.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Account(
                                id.toLowerCase(Locale.ROOT),
                                tenant,
                                integration,
                                version,
                                credentials,
                                settings));
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
