/** The launcher as a whole: its start, and its parts in order. */
@NullMarked
package io.convene.launcher;

import org.jspecify.annotations.NullMarked;
