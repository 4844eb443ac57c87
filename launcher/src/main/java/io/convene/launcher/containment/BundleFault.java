package io.convene.launcher.containment;

import java.time.Duration;

/**
 * A bundle did something wrong. The message is one sentence for callers that names the bundle and
 * the method, without anything that the bundle said. Carries no stack trace and no cause: these are
 * in the log, and would keep the bundle's classes in memory.
 */
public final class BundleFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String integration;
    private final BundleMethod method;
    private final FaultKind kind;
    private final transient Duration retryAfter;

    BundleFault(
            String integration,
            BundleMethod method,
            FaultKind kind,
            String message,
            Duration retryAfter) {
        super(message, null, false, false);
        this.integration = integration;
        this.method = method;
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** The bundle's integration. */
    public String integration() {
        return integration;
    }

    /** The method that was called, or would have been. */
    public BundleMethod method() {
        return method;
    }

    /** The kind of fault. */
    public FaultKind kind() {
        return kind;
    }

    /** The sentence for the caller. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** How long a quarantine lasts at least; zero for every other fault. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
