/** Bundles that change while the packaged command serves requests. */
@NullMarked
package io.convene.endtoend.replacement;

import org.jspecify.annotations.NullMarked;
