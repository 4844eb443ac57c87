/**
 * Planning and reading: filters, cursors, pages, batches, and the loop over vendor pages.
 *
 * <p>Belongs here: whatever is true of reading a list, whoever asks. No HTTP server, no parameters
 * of callers, no format of answers; the conformance kit reads lists with the same code.
 */
@NullMarked
package io.convene.launcher.query;

import org.jspecify.annotations.NullMarked;
