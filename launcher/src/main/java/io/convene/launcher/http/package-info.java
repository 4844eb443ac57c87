/**
 * HTTP below the routes: connections of callers, the heads of their requests, and how all of them
 * end when the server stops.
 */
@NullMarked
package io.convene.launcher.http;

import org.jspecify.annotations.NullMarked;
