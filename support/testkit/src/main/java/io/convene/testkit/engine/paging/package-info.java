/**
 * Checks of whole lists: page sizes, capped and repeated pages, totals and positions. May use
 * {@code faults} for the members of a page, {@code host}, {@code interviews} and {@code report}.
 */
@NullMarked
package io.convene.testkit.engine.paging;

import org.jspecify.annotations.NullMarked;
