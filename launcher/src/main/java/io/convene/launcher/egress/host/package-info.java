/**
 * How a vendor's host is named, found and reached: authorities, addresses and proxies.
 *
 * <p>A leaf: it knows {@code time} only.
 */
@NullMarked
package io.convene.launcher.egress.host;

import org.jspecify.annotations.NullMarked;
