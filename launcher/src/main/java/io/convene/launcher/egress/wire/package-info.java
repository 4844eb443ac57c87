/**
 * How one request is sent and its answer read: HTTP with the JDK's client, once, by a deadline.
 *
 * <p>Belongs here: whatever knows the JDK's client. It neither repeats for the vendor's sake nor
 * waits for a turn.
 */
@NullMarked
package io.convene.launcher.egress.wire;

import org.jspecify.annotations.NullMarked;
