/**
 * Fountain Hire API v2, imitated: applicants, their slots and openings. May use {@code wire} only.
 */
@NullMarked
package io.convene.sandbox.fountain;

import org.jspecify.annotations.NullMarked;
