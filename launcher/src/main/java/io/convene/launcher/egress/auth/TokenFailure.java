package io.convene.launcher.egress.auth;

import io.convene.core.spi.VendorException;
import io.convene.core.spi.VendorResponse;

import java.util.Optional;

/** No token came. Carries no stack trace, as the failure in it does not. */
final class TokenFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final VendorException failure;
    private final transient Optional<VendorResponse> answer;

    /**
     * A failure with the vendor's answer to the token request, if it refused with one: what is no
     * refusal may hold a token, wherever it stands in it.
     */
    TokenFailure(VendorException failure, Optional<VendorResponse> answer) {
        super(failure.getMessage(), null, false, false);
        this.failure = failure;
        this.answer = answer.filter(it -> it.status() >= 300);
    }

    VendorException failure() {
        return failure;
    }

    Optional<VendorResponse> answer() {
        return answer;
    }
}
