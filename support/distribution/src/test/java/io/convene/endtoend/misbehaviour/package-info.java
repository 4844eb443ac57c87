/** Bundles that misbehave, in the built command, while the other bundles serve throughout. */
@NullMarked
package io.convene.endtoend.misbehaviour;

import org.jspecify.annotations.NullMarked;
