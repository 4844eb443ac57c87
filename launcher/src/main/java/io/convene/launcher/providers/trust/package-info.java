/**
 * Whether a bundle is trusted: its signatures, and the policies of the operator.
 *
 * <p>Belongs here: checks of a bundle's files whose result the operator's configuration weighs.
 */
@NullMarked
package io.convene.launcher.providers.trust;

import org.jspecify.annotations.NullMarked;
