/**
 * Checks with answers that are wrong or odd: refusals, spoilt records and pages of another shape.
 * May use {@code host}, {@code interviews} and {@code report}.
 */
@NullMarked
package io.convene.testkit.engine.faults;

import org.jspecify.annotations.NullMarked;
