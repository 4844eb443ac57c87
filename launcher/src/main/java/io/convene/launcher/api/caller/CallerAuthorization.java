package io.convene.launcher.api.caller;

import io.convene.launcher.accounts.Account;
import io.convene.launcher.accounts.CallerToken;
import io.convene.launcher.accounts.Scope;
import io.convene.launcher.accounts.Tokens;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.ErrorBoundary;
import io.helidon.webserver.http.ServerRequest;

import java.util.Optional;

/** Checks each caller's scopes, accounts and rate. */
public final class CallerAuthorization {
    private final Tokens tokens;
    private final CallerRateLimits limits;

    public CallerAuthorization(Tokens tokens, CallerRateLimits limits) {
        this.tokens = tokens;
        this.limits = limits;
    }

    /**
     * The caller's token.
     *
     * @throws ApiException with 401 when there is none or it is unknown, with 429 when it asks too
     *     often, with 403 when it lacks the scope
     */
    public CallerToken require(ServerRequest request, Scope scope) {
        return require(ErrorBoundary.bearer(request), scope);
    }

    /**
     * The caller's token, which was presented in another place than the header.
     *
     * @throws ApiException as for one in the header
     */
    public CallerToken require(Optional<String> presented, Scope scope) {
        CallerToken token =
                presented
                        .flatMap(tokens::find)
                        .orElseThrow(() ->
                                new ApiException(
                                                401,
                                                "The request carries no valid token; send a configured one as 'Authorization: Bearer"
                                                        + " <token>'.")
                                        .header("WWW-Authenticate", "Bearer"));
        require(token, scope);
        limits.admit(token);
        return token;
    }

    /**
     * Lets a token with that scope pass.
     *
     * @throws ApiException with 403 when it lacks the scope
     */
    public static void require(CallerToken token, Scope scope) {
        if (!token.allows(scope)) {
            throw new ApiException(
                    403,
                    "The token lacks the scope '" + scope.text() + "'; use a token that has it.");
        }
    }

    /**
     * Counts a request for an account.
     *
     * @throws ApiException with 429 when it is asked too often
     */
    public void admit(Account account) {
        limits.admit(account);
    }
}
