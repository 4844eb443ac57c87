/** CEIPAL ATS v1 and v2, imitated: data, tokens and routes. May use {@code wire} only. */
@NullMarked
package io.convene.sandbox.ceipal;

import org.jspecify.annotations.NullMarked;
