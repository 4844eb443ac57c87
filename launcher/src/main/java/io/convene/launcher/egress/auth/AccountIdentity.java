package io.convene.launcher.egress.auth;

import io.convene.core.spi.Authentication;
import io.convene.launcher.accounts.Account;

import java.util.List;
import java.util.Optional;

/**
 * As whom a request calls its vendor.
 *
 * @param hosts the hosts that the provider declares
 * @param authentication how the account is let in, if it must be
 * @param tokens present for an authentication by token
 */
public record AccountIdentity(
        Account account,
        List<String> hosts,
        Optional<Authentication> authentication,
        Optional<RequestTokens> tokens) {}
