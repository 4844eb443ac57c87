/** Which proxy a vendor is reached through, as the environment says. */
@NullMarked
package io.convene.launcher.egress.proxy;

import org.jspecify.annotations.NullMarked;
