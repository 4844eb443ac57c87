/** What must hold of the packaged whole, and of the rules between its modules. */
@NullMarked
package io.convene.distribution;

import org.jspecify.annotations.NullMarked;
