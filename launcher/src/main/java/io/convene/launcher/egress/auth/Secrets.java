package io.convene.launcher.egress.auth;

import io.convene.core.spi.Authentication;
import io.convene.core.spi.ProviderDescriptor;
import io.convene.core.spi.Secret;
import io.convene.core.spi.VendorException;
import io.convene.launcher.accounts.Account;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns references to secrets into their values, for one request to an allowed host. */
public final class Secrets {
    private final Account account;
    private final @Nullable HeldToken token;

    public Secrets(Account account, @Nullable HeldToken token) {
        this.account = account;
        this.token = token;
    }

    /** The names of the account's credentials that say anything. */
    static Set<String> names(Account account) {
        return account.credentials().entrySet().stream()
                .filter(credential -> !credential.getValue().isBlank())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The first authentication whose required credentials the account has; none when the provider
     * declares none.
     *
     * @throws VendorException of kind BAD_CREDENTIALS when the account has the credentials for none
     *     of them
     */
    public static Optional<Authentication> authentication(
            ProviderDescriptor descriptor, Account account) {
        List<Authentication> ways = descriptor.authentications();
        Set<String> names = names(account);
        Optional<Authentication> found =
                ways.stream().filter(way -> names.containsAll(way.required())).findFirst();
        if (found.isEmpty() && !ways.isEmpty()) {
            String needed =
                    ways.stream()
                            .map(way -> String.join(" and ", way.required()))
                            .collect(Collectors.joining(", or "));
            throw new VendorException(
                    VendorException.Kind.BAD_CREDENTIALS,
                    "The account lacks credentials for "
                            + descriptor.name()
                            + ": it needs "
                            + needed
                            + ".");
        }
        return found;
    }

    /** The text that the reference names. */
    String resolve(Secret secret) {
        return switch (secret.form()) {
            case PLAIN -> credential(secret.first());
            case BASIC -> {
                String second = account.credentials().getOrDefault(secret.second(), "");
                String pair = credential(secret.first()) + ":" + second;
                yield "Basic "
                        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            }
            case HELD_TOKEN -> {
                if (token == null) {
                    throw new VendorException(
                            VendorException.Kind.REJECTED,
                            "The provider refers to a held token and there is none.");
                }
                yield token.bearer();
            }
        };
    }

    private String credential(String name) {
        String value = account.credentials().get(name);
        if (value == null) {
            throw new VendorException(
                    VendorException.Kind.BAD_CREDENTIALS,
                    "The account has no credential " + name + ".");
        }
        return value;
    }
}
