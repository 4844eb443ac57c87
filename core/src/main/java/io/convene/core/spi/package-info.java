/**
 * What a provider bundle implements and what the host hands it. Grows by default methods and new
 * builders' methods only.
 */
@NullMarked
package io.convene.core.spi;

import org.jspecify.annotations.NullMarked;
