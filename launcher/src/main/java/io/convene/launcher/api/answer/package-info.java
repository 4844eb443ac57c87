/**
 * The formats of answers: interviews, whole lists, the vendor's own bytes, errors of vendors.
 *
 * <p>Belongs here: whatever writes to a caller. An answer writer opens the vendor through {@code
 * egress}, lets {@code query} read, and writes the result.
 */
@NullMarked
package io.convene.launcher.api.answer;

import org.jspecify.annotations.NullMarked;
