/**
 * Deadlines, time limits, and threads that look at something from time to time.
 *
 * <p>A leaf: it knows no other package.
 */
@NullMarked
package io.convene.launcher.time;

import org.jspecify.annotations.NullMarked;
