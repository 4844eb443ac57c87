/** Tests of the packaged product, and of the rules between its modules. */
@NullMarked
package io.convene.distribution;

import org.jspecify.annotations.NullMarked;
