/**
 * The description of the endpoint for programs: an OpenAPI document for the integrations that are
 * loaded.
 *
 * <p>Belongs here: what the document says. No HTTP, and no bundle; what an integration can do comes
 * as {@link Abilities}.
 */
@NullMarked
package io.convene.launcher.openapi;

import org.jspecify.annotations.NullMarked;
