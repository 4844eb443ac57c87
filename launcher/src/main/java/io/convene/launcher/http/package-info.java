/**
 * HTTP for callers: the server, its limits, compression, CORS, headers and the error boundary.
 *
 * <p>Belongs here: whatever deals with requests and answers as such. It knows no interview, no
 * account and no vendor: failures of those are translated by {@link
 * io.convene.launcher.http.FailureTranslation}.
 */
@NullMarked
package io.convene.launcher.http;

import org.jspecify.annotations.NullMarked;
