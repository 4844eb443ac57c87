package io.convene.launcher.egress.wire;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorException.Kind;
import io.convene.core.spi.VendorResponse;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/**
 * A vendor's failure together with the vendor's answer, as it is reported to the caller. Bundles
 * see only the {@link VendorException} in it. Carries no stack trace.
 */
public final class VendorFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final VendorException reason;
    private final transient @Nullable VendorResponse answer;

    private VendorFailure(VendorException reason, @Nullable VendorResponse answer) {
        super(reason.getMessage(), null, false, false);
        this.reason = reason;
        this.answer = answer;
    }

    /** A failure without an answer of the vendor. */
    public static VendorFailure of(VendorException reason) {
        return new VendorFailure(reason, null);
    }

    /** A failure that an answer of the vendor shows. */
    public static VendorFailure of(VendorException reason, VendorResponse answer) {
        return new VendorFailure(reason, answer);
    }

    /** A failure with the vendor's answer, if there was one. */
    public static VendorFailure of(VendorException reason, Optional<VendorResponse> answer) {
        return new VendorFailure(reason, answer.orElse(null));
    }

    /** The exception that a bundle sees. */
    public VendorException reason() {
        return reason;
    }

    /** The kind of failure. */
    public Kind kind() {
        return reason.kind();
    }

    /** One sentence for the caller. */
    public String sentence() {
        return String.valueOf(reason.getMessage());
    }

    /** How long the vendor asks to wait, if it says so. */
    public Optional<Duration> retryAfter() {
        return reason.retryAfter();
    }

    /** The vendor's answer; empty when none came. */
    public Optional<VendorResponse> answer() {
        return Optional.ofNullable(answer);
    }
}
