package io.convene.core.spi;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What can go wrong with a vendor. The message is one sentence for the caller, with the vendor's
 * own words where they help, and no secret. It carries no stack trace: the vendor's answer is the
 * cause.
 */
public final class VendorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds of failure. The host adds the vendor's status and body. */
    public enum Kind {
        /**
         * The credentials are wrong or expired. With a token the host renews it once and repeats
         * the request.
         */
        BAD_CREDENTIALS,
        /** The credentials are right and may not read this. */
        NOT_ALLOWED,
        /** The vendor's rate limit. */
        RATE_LIMITED,
        /** The record asked for does not exist. */
        NOT_FOUND,
        /** The vendor refused the request as it is. */
        REJECTED,
        /** The position is not, or no longer, valid: reading must begin anew. */
        BAD_CURSOR,
        /** The answer cannot be used: not JSON, or not of the documented shape. */
        UNUSABLE_ANSWER,
        /** No usable answer came: the vendor failed or could not be reached. Raised by the host. */
        UNAVAILABLE,
        /** No answer came in time. Raised by the host. */
        TIMED_OUT,
        /** The request's own limit of vendor calls is used up. Raised by the host. */
        EXHAUSTED
    }

    private final Kind kind;
    private final transient @Nullable Duration retryAfter;

    /** A failure of that kind. */
    public VendorException(Kind kind, String message) {
        this(kind, message, null);
    }

    private VendorException(Kind kind, String message, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.retryAfter = retryAfter;
    }

    /** The vendor's rate limit, with the time it asks to wait, if it says one. */
    public static VendorException rateLimited(String message, Optional<Duration> retryAfter) {
        return new VendorException(Kind.RATE_LIMITED, message, retryAfter.orElse(null));
    }

    /** The kind of failure. */
    public Kind kind() {
        return kind;
    }

    /** How long the vendor asks to wait, if it says so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
