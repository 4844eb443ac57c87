/** Doors into the launcher's package of this name, for tests. */
@NullMarked
package io.convene.launcher.api;

import org.jspecify.annotations.NullMarked;
