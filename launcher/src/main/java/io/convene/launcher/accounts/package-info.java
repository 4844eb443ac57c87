/** Customers' connections and the tokens that may use them. */
@NullMarked
package io.convene.launcher.accounts;

import org.jspecify.annotations.NullMarked;
