/**
 * Checks of fields, filters and lookups: each interview is compared with the expected one. May use
 * {@code host}, {@code interviews} and {@code report}.
 */
@NullMarked
package io.convene.testkit.engine.values;

import org.jspecify.annotations.NullMarked;
