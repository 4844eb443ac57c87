/** Translates between Ashby's API and the unified interview. Pure code without state. */
@NullMarked
package io.convene.provider.ashby;

import org.jspecify.annotations.NullMarked;
