/** What Convene is compared with: a server that only copies bytes, and a plain mapper in Java. */
@NullMarked
package io.convene.bench.peer;

import org.jspecify.annotations.NullMarked;
