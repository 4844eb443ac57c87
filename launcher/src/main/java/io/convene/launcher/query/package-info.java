/** The loop over vendor pages: filters, filling and cursors. No HTTP server in here. */
@NullMarked
package io.convene.launcher.query;

import org.jspecify.annotations.NullMarked;
