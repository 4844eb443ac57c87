/** Bundles: discovery, layers, generations and leases. */
@NullMarked
package io.convene.launcher.providers;

import org.jspecify.annotations.NullMarked;
