/**
 * Fountain Hire as a provider. {@link io.convene.provider.fountain.FountainProvider} lets an
 * account in, {@link io.convene.provider.fountain.FountainInterviews} is the translator.
 */
@NullMarked
package io.convene.provider.fountain;

import org.jspecify.annotations.NullMarked;
