package io.convene.core.spi;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A failure of the vendor, or of a request to it. A bundle throws it from {@link Listing#request},
 * {@link Listing#lookup}, {@link Listing#page} and {@link AtsProvider#token}; the host throws it
 * from {@link Vendor}. The caller gets the kind as an HTTP status and the message as its text, with
 * the vendor's own status and body.
 *
 * <p>The message is one sentence for the caller, with the vendor's own words where they help. It
 * must hold no secret. The exception has no stack trace: the vendor's answer is the cause. A null
 * message is a fault of the bundle.
 *
 * @since 1.0.0
 */
public final class VendorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * The kinds of failure.
     *
     * @since 1.0.0
     */
    public enum Kind {
        /**
         * The credentials are wrong or expired. With a token the host renews it once and repeats
         * the request.
         */
        BAD_CREDENTIALS,
        /** The credentials are right and may not read this. */
        NOT_ALLOWED,
        /** The vendor's rate limit. The host does not repeat the request that was refused so. */
        RATE_LIMITED,
        /**
         * The requested record does not exist. In the answer to a {@link Listing#lookup} the caller
         * learns that there is no such interview; in a list it is an error.
         */
        NOT_FOUND,
        /** The vendor refused the request as it is. */
        REJECTED,
        /** The position is not, or no longer, valid: the caller must begin without a cursor. */
        BAD_CURSOR,
        /** The answer cannot be used: not JSON, or not of the documented shape. */
        UNUSABLE_ANSWER,
        /** No usable answer came: the vendor failed or could not be reached. */
        UNAVAILABLE,
        /** No answer came in time. Raised by the host. */
        TIMED_OUT,
        /** The request's own limit of vendor calls is used up. Raised by the host. */
        EXHAUSTED
    }

    private final Kind kind;
    private final transient @Nullable Duration retryAfter;

    /**
     * A failure of that kind.
     *
     * @param kind the kind of failure
     * @param message one sentence for the caller
     */
    public VendorException(Kind kind, String message) {
        this(kind, message, null);
    }

    private VendorException(Kind kind, String message, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.retryAfter = retryAfter;
    }

    /**
     * A failure of kind {@link Kind#RATE_LIMITED}.
     *
     * @param message one sentence for the caller
     * @param retryAfter how long the vendor asks to wait, if it says so
     * @return the failure
     */
    public static VendorException rateLimited(String message, Optional<Duration> retryAfter) {
        return new VendorException(Kind.RATE_LIMITED, message, retryAfter.orElse(null));
    }

    /**
     * A failure of kind {@link Kind#UNUSABLE_ANSWER}.
     *
     * @param message one sentence for the caller that names the missing part
     * @return the failure
     */
    public static VendorException unusable(String message) {
        return new VendorException(Kind.UNUSABLE_ANSWER, message);
    }

    /**
     * A failure of kind {@link Kind#BAD_CURSOR} for a position that this bundle did not make.
     *
     * @return the failure, with its message
     */
    public static VendorException badCursor() {
        return new VendorException(
                Kind.BAD_CURSOR,
                "The cursor does not belong to this list; begin again without a cursor.");
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
