package io.convene.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The parameters of every simulated vendor.
 *
 * @param seed of the generated data
 * @param interviews the number for each vendor
 * @param now the moment the data is arranged around
 * @param rateLimits whether the documented limits are enforced
 * @param tokenLifetime the lifetime of a token
 * @param clock for tokens and rate windows
 */
public record SandboxSettings(
        long seed,
        int interviews,
        Instant now,
        boolean rateLimits,
        Duration tokenLifetime,
        InstantSource clock) {

    public RandomDraw dice(String purpose) {
        return new RandomDraw(seed, purpose);
    }
}
