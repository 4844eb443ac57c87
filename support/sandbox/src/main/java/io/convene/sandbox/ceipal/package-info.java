/** CEIPAL ATS v1 and v2, imitated. */
@NullMarked
package io.convene.sandbox.ceipal;

import org.jspecify.annotations.NullMarked;
