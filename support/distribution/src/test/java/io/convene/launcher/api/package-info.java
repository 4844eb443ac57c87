/** A window into the launcher's package for tests. */
@NullMarked
package io.convene.launcher.api;

import org.jspecify.annotations.NullMarked;
