/** Doors into the launcher's package of this name. */
@NullMarked
package io.convene.launcher.api;

import org.jspecify.annotations.NullMarked;
