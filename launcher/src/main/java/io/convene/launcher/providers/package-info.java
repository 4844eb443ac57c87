/**
 * The life of bundles: discovery, loading, generations, leases, and who serves an id.
 *
 * <p>Belongs here: whatever decides which generation of which bundle serves a request.
 */
@NullMarked
package io.convene.launcher.providers;

import org.jspecify.annotations.NullMarked;
