/** Translates between Ceipal's API and the unified interview. Pure code without state. */
@NullMarked
package io.convene.provider.ceipal;

import org.jspecify.annotations.NullMarked;
