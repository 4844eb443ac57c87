package io.convene.launcher.egress.wire;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.launcher.egress.coding.TruncatedBodyException;
import io.convene.launcher.egress.coding.UnusableAnswerException;
import io.convene.launcher.egress.wire.CallResult.Unanswered;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

import javax.net.ssl.SSLException;

/** Says in a sentence why no answer came. Names the host and nothing else of the request. */
public final class FailureText {
    // The message of the JDK's client when a proxy answers CONNECT with anything but 200 and 407.
    private static final String TUNNEL_FAILED = "Tunnel failed";

    private final int maxBody;
    private final Duration connectTimeout;

    FailureText(WireConfig config) {
        this.maxBody = config.maxBody();
        this.connectTimeout = config.connectTimeout();
    }

    public static VendorException givenUp() {
        return new VendorException(
                Kind.UNAVAILABLE, "The request was given up before the vendor answered.");
    }

    VendorException timedOut(String host, AnswerBody body) {
        return new VendorException(
                Kind.TIMED_OUT,
                body.isBegun()
                        ? host + " began to answer and did not finish in time."
                        : host + " did not answer in time.");
    }

    static VendorException notResolved(String host) {
        return new VendorException(
                Kind.TIMED_OUT, "The name %s was not resolved in time.".formatted(host));
    }

    static VendorException proxyRefused(String host) {
        return unavailable(
                "%s could not be reached: the proxy refused the credentials in its URL (HTTP 407)."
                        .formatted(host));
    }

    /**
     * The failure that a failed try means.
     *
     * @param tries how often the request went out in it
     */
    Unanswered unanswered(IOException failure, String host, AnswerBody body, int tries) {
        boolean usable = !body.isTooLarge();
        boolean repeatable =
                isBrokenConnection(failure)
                        || (failure instanceof ConnectException && !isUnresolved(failure));
        return new Unanswered(
                of(failure, host, body),
                usable && repeatable,
                usable && !(failure instanceof ProtocolException),
                tries);
    }

    private VendorException of(IOException failure, String host, AnswerBody body) {
        if (body.isTooLarge()) {
            return new VendorException(
                    Kind.UNUSABLE_ANSWER,
                    "The answer of "
                            + host
                            + " is larger than "
                            + maxBody
                            + " bytes, the most that is read.");
        }
        return switch (failure) {
            case HttpTimeoutException e ->
                    unavailable(
                            host
                                    + " accepted no connection within "
                                    + connectTimeout.toMillis()
                                    + " ms.");
            case UnknownHostException e -> unavailable("The host " + host + " is unknown.");
            case ConnectException e when isUnresolved(e) ->
                    unavailable("The host " + host + " is unknown.");
            case ConnectException e when isRefused(e) ->
                    unavailable(host + " refused the connection.");
            case ConnectException e -> unavailable(host + " could not be reached.");
            case SSLException e ->
                    unavailable(
                            "No secure connection to "
                                    + host
                                    + ": its certificate or TLS settings do not fit.");
            case UnusableAnswerException e -> unusable(host, e.getMessage());
            case ProtocolException e when said(e).contains("Header size too big") ->
                    unusable(host, "has a larger header than is read");
            case ProtocolException e -> unusable(host, "is not proper HTTP");
            case TruncatedBodyException e ->
                    unavailable(
                            "The answer of %s ended in the middle of its compressed data."
                                    .formatted(host));
            case IOException e when said(e).contains(TUNNEL_FAILED) ->
                    unavailable(
                            "%s could not be reached: the proxy refused the connection."
                                    .formatted(host));
            default -> {
                String how = said(failure).contains("reset") ? "was reset" : "broke";
                String when =
                        body.isBegun() ? " in the middle of its answer." : " before it answered.";
                yield unavailable("The connection to " + host + " " + how + when);
            }
        };
    }

    /** Whether an established connection ended, as a kept one does that the vendor had closed. */
    static boolean isBrokenConnection(IOException failure) {
        return !(failure instanceof HttpTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof ConnectException
                || failure instanceof SSLException
                || failure instanceof ProtocolException);
    }

    /**
     * Whether something else than an answer's first line came, as when the vendor still sends
     * trailers of the answer before, which the JDK's client does not read.
     */
    static boolean isLeftover(IOException failure) {
        return failure instanceof ProtocolException
                && said(failure).contains("Invalid status line");
    }

    /** The first failure, which the client wraps once for the sake of the caller's stack. */
    static IOException unwrapped(IOException failure) {
        return failure.getCause() instanceof IOException io ? io : failure;
    }

    private static boolean isUnresolved(IOException failure) {
        return failure.getCause() instanceof UnresolvedAddressException;
    }

    /**
     * The JDK tries a refused connection again on the same channel, which hides the refusal with
     * another cause.
     */
    private static boolean isRefused(IOException failure) {
        return failure.getCause() instanceof ClosedChannelException
                || said(failure).contains("refused");
    }

    private static String said(Throwable failure) {
        StringBuilder words = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            words.append(cause.getMessage()).append(' ');
        }
        return words.toString();
    }

    private static VendorException unusable(String host, @Nullable String why) {
        return new VendorException(
                Kind.UNUSABLE_ANSWER, "The answer of %s %s.".formatted(host, why));
    }

    private static VendorException unavailable(String why) {
        return new VendorException(Kind.UNAVAILABLE, why);
    }
}
