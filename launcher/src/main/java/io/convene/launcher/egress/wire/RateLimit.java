package io.convene.launcher.egress.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The limits that a vendor stated, with at least one of these.
 *
 * @param limit how many calls it takes in a window
 * @param remaining how many of them are left
 * @param reset the seconds until the window ends, counted from the answer and rounded up
 */
public record RateLimit(OptionalLong limit, OptionalLong remaining, OptionalLong reset) {
    /** How long nothing will be taken, when the vendor says both. */
    public Optional<Duration> exhausted() {
        return remaining.isPresent() && remaining.getAsLong() == 0 && reset.isPresent()
                ? Optional.of(Duration.ofSeconds(reset.getAsLong()))
                : Optional.empty();
    }
}
