/**
 * What a provider bundle implements and what the host hands it. Frozen as 1.0: within 1.x it grows
 * by default methods, further methods of final classes and builders, new types and new enum
 * constants only, so that a {@code switch} over one of its enums needs a {@code default}.
 */
@NullMarked
package io.convene.core.spi;

import org.jspecify.annotations.NullMarked;
