package io.convene.launcher.egress.auth;

import io.convene.core.spi.AtsProvider;
import io.convene.core.spi.Authentication;
import io.convene.core.spi.Connection;
import io.convene.core.spi.Settings;
import io.convene.core.spi.Token;
import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.accounts.Account;
import io.convene.launcher.egress.channel.AccountChannels;
import io.convene.launcher.egress.channel.CallMeters;
import io.convene.launcher.egress.wire.CallLog;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.time.Deadline;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Obtains tokens with the requests that a provider states. */
public final class TokenSource implements TokenSlot.TokenSupplier {
    private static final int MAX_CALLS = 8;
    private static final int FIRST_REFUSAL = 300;

    private final AtsProvider provider;
    private final Account account;
    private final Authentication authentication;
    private final Outbound outbound;
    private final AccountChannels channels;
    private final Duration timeout;
    private final CallLog log;
    private final CallMeters.TokenCounters tokens;

    /**
     * A source for one request.
     *
     * @param log where the calls are noted; they do not count as the request's own
     */
    public TokenSource(
            AtsProvider provider,
            Account account,
            Authentication authentication,
            Outbound outbound,
            Duration timeout,
            CallLog log) {
        this.provider = provider;
        this.account = account;
        this.authentication = authentication;
        this.outbound = outbound;
        this.channels =
                AccountChannels.of(outbound.sender().channels(), account, provider.descriptor());
        this.timeout = timeout;
        this.log = log;
        this.tokens = outbound.metrics().of(account.integration()).tokens();
    }

    @Override
    public HeldToken obtain(Optional<HeldToken> held) {
        boolean obtained = false;
        try {
            HeldToken token = renewOrAsk(held);
            obtained = true;
            return token;
        } finally {
            (obtained ? tokens.obtained() : tokens.failed()).increment();
        }
    }

    private HeldToken renewOrAsk(Optional<HeldToken> held) {
        CallLog calls = new CallLog(MAX_CALLS);
        Deadline deadline = Deadline.in(timeout);
        try {
            VendorRequest fresh = provider.tokenRequest(connection(), false);
            if (held.isPresent()) {
                VendorRequest renewal = provider.tokenRequest(connection(), true);
                // A vendor that knows no exchange must not be asked the same twice when it refuses.
                if (!stated(renewal).equals(stated(fresh))) {
                    try {
                        return ask(renewal, held.get(), deadline, calls);
                    } catch (RuntimeException e) {
                        // Whatever went wrong with the old token, the credentials may still be
                        // right.
                        return ask(fresh, null, deadline, calls);
                    }
                }
            }
            return ask(fresh, null, deadline, calls);
        } finally {
            log.addAll(calls);
        }
    }

    private HeldToken ask(
            VendorRequest request, @Nullable HeldToken held, Deadline deadline, CallLog calls) {
        Redaction redaction =
                Redaction.of(account, held == null ? List.of() : List.of(held.value()));
        VendorResponse response = null;
        try {
            HttpRequest out =
                    outbound.writer()
                            .write(
                                    outbound.writer()
                                            .allowed(request, provider.descriptor().hosts()),
                                    new Secrets(account, held),
                                    Optional.empty());
            response =
                    Redaction.answer(
                            outbound.sender().send(out, channels, deadline, calls),
                            () -> redaction);
            Token token = provider.token(response, connection());
            if (token.value().isBlank()) {
                throw new VendorException(
                        VendorException.Kind.UNUSABLE_ANSWER,
                        "The vendor's answer carries no access token.");
            }
            return new HeldToken(token);
        } catch (VendorException e) {
            // An answer that is not a refusal may hold a token, wherever it is in it.
            Optional<VendorResponse> refusal =
                    Optional.ofNullable(response).filter(it -> it.status() >= FIRST_REFUSAL);
            throw VendorFailure.of(redaction.clean(e), refusal);
        }
    }

    /** As of now: the time of an answer may be long after that of its request. */
    private Connection connection() {
        return Connection.of(
                Settings.of(provider.descriptor(), account.settings()),
                Secrets.names(account),
                authentication.name(),
                Instant.now());
    }

    private static List<Object> stated(VendorRequest request) {
        return List.of(
                request.method(),
                request.fullUrl(),
                request.headers().toString(),
                request.json().toString(),
                request.form().toString());
    }
}
