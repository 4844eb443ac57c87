/** Thousands of callers in one thread, so that they do not become the limit of a measurement. */
@NullMarked
package io.convene.bench.crowd;

import org.jspecify.annotations.NullMarked;
