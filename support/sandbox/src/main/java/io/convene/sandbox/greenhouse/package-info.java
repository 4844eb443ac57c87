/**
 * Greenhouse Harvest v3, imitated: tables, filters, lists and tokens. May use {@code wire} only.
 */
@NullMarked
package io.convene.sandbox.greenhouse;

import org.jspecify.annotations.NullMarked;
