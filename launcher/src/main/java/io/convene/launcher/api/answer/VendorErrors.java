package io.convene.launcher.api.answer;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;
import io.convene.launcher.containment.BundleFault;
import io.convene.launcher.containment.FaultKind;
import io.convene.launcher.egress.wire.VendorFailure;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.ErrorInsight;

import java.time.Duration;
import java.util.Optional;

/** The errors that callers get when a vendor fails. */
public final class VendorErrors {
    private static final int LONGEST_BODY = 16 * 1024;
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(10);

    private VendorErrors() {}

    /** The error for a failure, whose texts are free of secrets. */
    public static ApiException of(VendorFailure failure) {
        Optional<VendorResponse> answer = failure.answer();
        if (failure.kind() == VendorException.Kind.REJECTED && answer.isEmpty()) {
            // Nothing was sent: it is our own rules that refuse, such as a host that may not be
            // called.
            return new ApiException(502, failure.sentence());
        }
        String body = answer.map(VendorResponse::text).map(VendorErrors::cut).orElse("");
        ApiException error = new ApiException(status(failure.kind(), answer), failure.sentence());
        if (answer.isPresent() || isRemote(failure.kind())) {
            error.remote(body).insight(insight(failure.kind()));
        }
        retryAfter(failure)
                .ifPresent(seconds ->
                        error.header("Retry-After", seconds).insight(ErrorInsight.rateLimit()));
        return error;
    }

    /**
     * The error for an exception of a handler, if it is a vendor's failure or a bundle's fault.
     *
     * @param failure of a vendor's failures, one that no account is known for: a cursor that cannot
     *     be made
     * @param request the id of the request
     */
    public static Optional<ApiException> translate(Throwable failure, String request) {
        return switch (failure) {
            case VendorFailure e -> Optional.of(of(e));
            case VendorException e -> Optional.of(of(VendorFailure.of(e)));
            case BundleFault e -> Optional.of(of(e, request));
            default -> Optional.empty();
        };
    }

    /**
     * The error for a bundle's own fault.
     *
     * @param request the id of the request
     */
    public static ApiException of(BundleFault fault, String request) {
        if (fault.kind() == FaultKind.QUARANTINED || fault.kind() == FaultKind.REPLACED) {
            long seconds = Math.max(1, fault.retryAfter().toSeconds());
            return new ApiException(fault.kind().status(), fault.sentence())
                    .header("Retry-After", Long.toString(seconds));
        }
        return new ApiException(
                fault.kind().status(),
                "%s Report it to the bundle's author with the log entry of request %s."
                        .formatted(fault.sentence(), request));
    }

    /**
     * Whether a failure without an answer is the vendor's: otherwise it is our own pacing that
     * holds the call back, or the bundle that cannot read a cursor.
     */
    private static boolean isRemote(VendorException.Kind kind) {
        return kind != VendorException.Kind.RATE_LIMITED && kind != VendorException.Kind.BAD_CURSOR;
    }

    /** The seconds after which a vendor that rejects further calls can be asked again. */
    static Optional<String> retryAfter(VendorFailure failure) {
        return failure.kind() == VendorException.Kind.RATE_LIMITED
                ? Optional.of(
                        Long.toString(
                                Math.max(1, failure.retryAfter().orElse(DEFAULT_WAIT).toSeconds())))
                : Optional.empty();
    }

    private static ErrorInsight insight(VendorException.Kind kind) {
        return switch (kind) {
            case RATE_LIMITED -> ErrorInsight.rateLimit();
            case NOT_ALLOWED -> ErrorInsight.forbidden();
            case BAD_CREDENTIALS -> ErrorInsight.credentials();
            case NOT_FOUND,
                    REJECTED,
                    BAD_CURSOR,
                    UNUSABLE_ANSWER,
                    UNAVAILABLE,
                    TIMED_OUT,
                    EXHAUSTED ->
                    ErrorInsight.remote();
        };
    }

    private static int status(VendorException.Kind kind, Optional<VendorResponse> response) {
        return switch (kind) {
            case BAD_CREDENTIALS -> 401;
            case NOT_ALLOWED -> 403;
            case RATE_LIMITED -> 429;
            case NOT_FOUND -> 404;
            case BAD_CURSOR -> 400;
            case REJECTED ->
                    response.map(VendorResponse::status)
                            .filter(status -> status >= 400 && status < 500)
                            .orElse(400);
            case UNUSABLE_ANSWER, UNAVAILABLE, EXHAUSTED -> 502;
            case TIMED_OUT -> 504;
        };
    }

    private static String cut(String body) {
        return body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) : body;
    }
}
