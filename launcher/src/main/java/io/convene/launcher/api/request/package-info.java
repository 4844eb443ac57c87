/**
 * From the text of a query to typed parameters, and from these to a plan.
 *
 * <p>Belongs here: whatever reads, refuses or ignores a parameter. It knows neither vendors nor
 * bundles nor how answers are written.
 */
@NullMarked
package io.convene.launcher.api.request;

import org.jspecify.annotations.NullMarked;
