package io.convene.launcher.containment;

/**
 * Carries a failure of the host through a bundle that called the host, so that the bundle is not
 * blamed for it. Carries no stack trace.
 */
final class HostFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException reason;

    HostFailure(RuntimeException reason) {
        super(String.valueOf(reason.getMessage()), reason, false, false);
        this.reason = reason;
    }

    /** What failed. */
    RuntimeException reason() {
        return reason;
    }
}
