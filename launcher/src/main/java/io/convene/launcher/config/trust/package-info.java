/**
 * Which bundles an operator trusts, as the configuration says it.
 *
 * <p>Belongs here: the policies of checks, and the certificates of signers.
 */
@NullMarked
package io.convene.launcher.config.trust;

import org.jspecify.annotations.NullMarked;
