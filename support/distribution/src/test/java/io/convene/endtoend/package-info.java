/**
 * The distribution's own command against the sandbox, over real sockets, as operators and callers
 * meet it.
 */
@NullMarked
package io.convene.endtoend;

import org.jspecify.annotations.NullMarked;
