/**
 * Callers' connections, below the routes: the heads of requests, time limits for reading and
 * writing, and how connections end when the server stops.
 *
 * <p>Belongs here: whatever sees bytes of a caller's connection. It knows {@code time} only.
 */
@NullMarked
package io.convene.launcher.http.connection;

import org.jspecify.annotations.NullMarked;
