/** Load on a server, and its results. */
@NullMarked
package io.convene.bench.load;

import org.jspecify.annotations.NullMarked;
