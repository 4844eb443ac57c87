/**
 * The routes of the endpoint, and who may use them.
 *
 * <p>Belongs here: one handler for each route, authorisation, rate limits of callers, and the order
 * of the steps of a request. This package is the hub: it calls the others in turn, and none calls
 * back.
 */
@NullMarked
package io.convene.launcher.api;

import org.jspecify.annotations.NullMarked;
