package io.convene.sandbox.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What every stand-in is built from.
 *
 * @param seed of the generated data
 * @param interviews how many each vendor has
 * @param now the moment the data is arranged around
 * @param rateLimits whether the documented limits are enforced
 * @param tokenLifetime how long a token is good for
 * @param clock for tokens and rate windows
 */
public record House(
        long seed,
        int interviews,
        Instant now,
        boolean rateLimits,
        Duration tokenLifetime,
        InstantSource clock) {

    public Dice dice(String purpose) {
        return new Dice(seed, purpose);
    }
}
