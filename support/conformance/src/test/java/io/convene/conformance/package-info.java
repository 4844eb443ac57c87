/** Every provider's packaged jar under the rules of the conformance kit. */
@NullMarked
package io.convene.conformance;

import org.jspecify.annotations.NullMarked;
