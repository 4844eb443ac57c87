/** The launcher as a whole: its start, its parts in order, and its commands. */
@NullMarked
package io.convene.launcher;

import org.jspecify.annotations.NullMarked;
