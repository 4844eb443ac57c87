/**
 * The border between the host and a bundle's code: what a bundle does wrong is caught, named and
 * counted here, and a call that does not return ends at the deadline. Knows none of the other
 * packages.
 */
@NullMarked
package io.convene.launcher.containment;

import org.jspecify.annotations.NullMarked;
