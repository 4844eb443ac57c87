/** Greenhouse Harvest v3, imitated. */
@NullMarked
package io.convene.sandbox.greenhouse;

import org.jspecify.annotations.NullMarked;
