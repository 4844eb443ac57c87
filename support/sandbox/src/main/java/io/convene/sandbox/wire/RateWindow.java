package io.convene.sandbox.wire;

import java.time.Duration;
import java.time.Instant;

/** A fixed window of so many calls. Thread-safe. */
public final class RateWindow {

    private final int limit;
    private final Duration length;
    private final boolean enforced;
    private Instant end = Instant.MIN;
    private int used;

    public RateWindow(int limit, Duration length, boolean enforced) {
        this.limit = limit;
        this.length = length;
        this.enforced = enforced;
    }

    /** Whether the call may pass, the calls left after it, and the end of the window. */
    public record Permit(boolean allowed, int limit, int remaining, Instant resetsAt) {}

    /** Takes one call. When limits are off every call passes and nothing is used up. */
    public synchronized Permit take(Instant now) {
        if (!now.isBefore(end)) {
            end = Instant.ofEpochSecond(now.plus(length).getEpochSecond());
            used = 0;
        }
        if (!enforced) {
            return new Permit(true, limit, limit - 1, end);
        }
        used = Math.min(limit + 1, used + 1);
        return new Permit(used <= limit, limit, Math.max(0, limit - used), end);
    }

    /** Whole seconds until the window ends, at least one. */
    public static Duration wait(Permit pass, Instant now) {
        return Duration.ofSeconds(
                Math.max(1, Duration.between(now, pass.resetsAt()).plusMillis(999).toSeconds()));
    }
}
