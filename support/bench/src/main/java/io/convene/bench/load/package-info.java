/** Load on a server, and what it shows. */
@NullMarked
package io.convene.bench.load;

import org.jspecify.annotations.NullMarked;
