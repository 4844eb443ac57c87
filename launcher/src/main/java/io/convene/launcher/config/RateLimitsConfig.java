package io.convene.launcher.config;

import java.util.Optional;

/**
 * How often callers may ask; absent where it is switched off.
 *
 * @param perToken with one token
 * @param perAccount for one account, over all callers
 */
public record RateLimitsConfig(Optional<Rate> perToken, Optional<Rate> perAccount) {}
