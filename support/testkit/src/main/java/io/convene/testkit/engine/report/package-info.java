/**
 * The words of a verdict: the problems of a rule, exceptions and counts as text. Uses no other
 * package of the kit.
 */
@NullMarked
package io.convene.testkit.engine.report;

import org.jspecify.annotations.NullMarked;
