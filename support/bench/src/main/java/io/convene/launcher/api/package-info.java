/** The launcher's writer is not for others to call; what measures it stands in its package. */
@NullMarked
package io.convene.launcher.api;

import org.jspecify.annotations.NullMarked;
