/**
 * When a vendor is called: rate, concurrency, circuit breaker and retries, for each account and
 * host.
 *
 * <p>Belongs here: whatever waits, counts or repeats. It knows no credentials.
 */
@NullMarked
package io.convene.launcher.egress.channel;

import org.jspecify.annotations.NullMarked;
