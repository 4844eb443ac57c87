/**
 * The border between the host and a bundle's code: a bundle's faults are caught, named and counted
 * here, and a call that does not return ends at the deadline.
 *
 * <p>Belongs here: every call into a bundle, and nothing that knows the purpose of the call. It
 * knows {@code time} only.
 */
@NullMarked
package io.convene.launcher.containment;

import org.jspecify.annotations.NullMarked;
