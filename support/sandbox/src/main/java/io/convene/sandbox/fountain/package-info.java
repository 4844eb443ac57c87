/** Fountain Hire API v2, imitated. */
@NullMarked
package io.convene.sandbox.fountain;

import org.jspecify.annotations.NullMarked;
