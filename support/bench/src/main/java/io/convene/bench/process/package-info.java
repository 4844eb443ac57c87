/** The processes that a benchmark starts, watches and stops. */
@NullMarked
package io.convene.bench.process;

import org.jspecify.annotations.NullMarked;
