/** Callers as they are in practice: query strings of qs, the habits of SDKs, Java callers. */
@NullMarked
package io.convene.endtoend.clients;

import org.jspecify.annotations.NullMarked;
