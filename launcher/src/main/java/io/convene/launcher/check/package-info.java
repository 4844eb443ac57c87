/**
 * Checks at the start, and the same checks without a start.
 *
 * <p>Belongs here: whatever depends on the configuration and on the bundles together.
 */
@NullMarked
package io.convene.launcher.check;

import org.jspecify.annotations.NullMarked;
