/**
 * The unified interview while a bundle fills it, the view over a vendor's bytes, and times. Frozen
 * as 1.0 together with {@link io.convene.core.spi}, under the same promise.
 */
@NullMarked
package io.convene.core;

import org.jspecify.annotations.NullMarked;
