/** The peers in Java: a server that only copies bytes, and a plain mapper. */
@NullMarked
package io.convene.bench.peer;

import org.jspecify.annotations.NullMarked;
