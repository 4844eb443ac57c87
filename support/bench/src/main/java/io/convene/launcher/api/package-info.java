/** The launcher's writer is package-private, so its measurement is in the same package. */
@NullMarked
package io.convene.launcher.api;

import org.jspecify.annotations.NullMarked;
