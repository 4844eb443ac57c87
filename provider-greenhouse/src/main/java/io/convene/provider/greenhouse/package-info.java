/**
 * Greenhouse Harvest v3 as a provider. {@link io.convene.provider.greenhouse.GreenhouseProvider}
 * lets an account in, {@link io.convene.provider.greenhouse.GreenhouseInterviews} is the
 * translator.
 */
@NullMarked
package io.convene.provider.greenhouse;

import org.jspecify.annotations.NullMarked;
