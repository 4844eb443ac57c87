/**
 * How many requests are in progress at once, and whose: places, the line of those that wait for
 * one, and the refusal of those for which there is none.
 *
 * <p>Belongs here: whatever keeps the load within the memory. It knows no HTTP.
 */
@NullMarked
package io.convene.launcher.admission;

import org.jspecify.annotations.NullMarked;
