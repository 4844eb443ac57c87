package io.convene.launcher.admission;

import java.time.Duration;

/** There is no place for a request. It was not begun, so it may be sent again. */
public final class OverloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * A refusal.
     *
     * @param sentence which limit is reached, for callers
     * @param retryAfter when there is likely to be a place, in whole seconds, 1 or more
     */
    public OverloadException(String sentence, Duration retryAfter) {
        // Without a stack trace: an overload must cost little.
        super(sentence, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** Which limit is reached, in one sentence for callers. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** When there is likely to be a place. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
