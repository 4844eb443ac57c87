/** Everything that leaves for a vendor: connections, secrets, tokens, deadlines. */
@NullMarked
package io.convene.launcher.egress;

import org.jspecify.annotations.NullMarked;
