/**
 * Customers' connections and the callers' tokens that may use them.
 *
 * <p>A leaf: it knows no other package.
 */
@NullMarked
package io.convene.launcher.accounts;

import org.jspecify.annotations.NullMarked;
