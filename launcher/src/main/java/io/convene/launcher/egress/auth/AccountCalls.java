package io.convene.launcher.egress.auth;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorRequest;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.egress.channel.AccountChannels;
import io.convene.launcher.egress.host.Authority;
import io.convene.launcher.egress.wire.ArrivingAnswer;
import io.convene.launcher.egress.wire.ArrivingExchange;
import io.convene.launcher.egress.wire.CallLog;
import io.convene.launcher.egress.wire.Exchange;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.time.Deadline;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Sends one request's calls with the account's authentication.
 *
 * @param exchange how far answers are read
 */
public record AccountCalls(
        AccountIdentity identity,
        Outbound outbound,
        Exchange exchange,
        AccountChannels channels,
        Deadline deadline,
        CallLog log) {
    private static final int UNAUTHORIZED = 401;

    public VendorResponse send(VendorRequest request) {
        try {
            if (request.isAnonymous() || identity.tokens().isEmpty()) {
                return exchange(allowed(request), null);
            }
            return withToken(request, identity.tokens().get());
        } catch (VendorFailure e) {
            throw redaction().clean(e);
        } catch (VendorException e) {
            throw VendorFailure.of(redaction().clean(e));
        }
    }

    /**
     * Sends a request and waits for the beginning of its answer alone.
     *
     * @param ahead how many bytes of a body that make
     */
    public ArrivingAnswer open(VendorRequest request, int ahead) {
        ArrivingExchange arriving = new ArrivingExchange(outbound.sender().transport(), ahead);
        try {
            VendorResponse beginning = over(arriving).send(request);
            return new ArrivingAnswer(
                    beginning,
                    arriving.last(),
                    outbound.sender().transport().failures(),
                    Authority.host(URI.create(request.url())));
        } catch (RuntimeException e) {
            arriving.close();
            throw e;
        }
    }

    public boolean renewToken() {
        return identity.tokens().isPresent() && identity.tokens().get().renew();
    }

    public boolean hasTurnWithin(Deadline time) {
        return channels.hasTurnWithin(time);
    }

    public Redaction redaction() {
        return Redaction.of(
                identity.account(), identity.tokens().map(RequestTokens::values).orElse(Set.of()));
    }

    private AccountCalls over(Exchange other) {
        return new AccountCalls(identity, outbound, other, channels, deadline, log);
    }

    private VendorResponse withToken(VendorRequest request, RequestTokens available) {
        // Before a token is asked for: nothing leaves because of a request that may not.
        AllowedRequest allowed = allowed(request);
        HeldToken token = available.current();
        VendorResponse response = exchange(allowed, token);
        if (response.status() != UNAUTHORIZED) {
            return response;
        }
        Optional<HeldToken> other = available.replacement(token);
        return other.isPresent() ? exchange(allowed, other.get()) : response;
    }

    private VendorResponse exchange(AllowedRequest allowed, @Nullable HeldToken token) {
        HttpRequest out =
                outbound.writer()
                        .write(
                                allowed,
                                new Secrets(identity.account(), token),
                                allowed.request().isAnonymous()
                                        ? Optional.empty()
                                        : identity.authentication());
        return Redaction.answer(
                outbound.sender().send(out, channels, deadline, log, exchange), this::redaction);
    }

    private AllowedRequest allowed(VendorRequest request) {
        return outbound.writer().allowed(request, identity.hosts());
    }
}
