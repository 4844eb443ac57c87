/**
 * Everything that leaves for a vendor, as the rest of the launcher sees it: {@link
 * io.convene.launcher.egress.Egress} gives each request its {@link
 * io.convene.launcher.egress.AccountVendor}.
 *
 * <p>Belongs here: only types that others call. Credentials are in {@code auth}, waiting and
 * repeating in {@code channel}, HTTP in {@code wire}.
 */
@NullMarked
package io.convene.launcher.egress;

import org.jspecify.annotations.NullMarked;
