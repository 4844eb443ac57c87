/**
 * The content codings of vendors' answers: gzip and deflate, decoded while they arrive.
 *
 * <p>A leaf: it knows no other package.
 */
@NullMarked
package io.convene.launcher.egress.coding;

import org.jspecify.annotations.NullMarked;
