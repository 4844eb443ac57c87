/**
 * The border between the host and a bundle's code: what a bundle does wrong is caught, named and
 * counted here, and a call that does not return ends at the deadline.
 *
 * <p>Belongs here: every call into a bundle, and nothing that knows what the call is for. It knows
 * {@code time} only.
 */
@NullMarked
package io.convene.launcher.containment;

import org.jspecify.annotations.NullMarked;
