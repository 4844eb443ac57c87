/**
 * The configuration: read whole and checked at once.
 *
 * <p>Belongs here: whatever reads or checks the file and the environment. It knows {@code
 * accounts}, which it fills.
 */
@NullMarked
package io.convene.launcher.config;

import org.jspecify.annotations.NullMarked;
