/** Who calls: the token of a request, its scopes and accounts, and how often it may ask. */
@NullMarked
package io.convene.launcher.api.caller;

import org.jspecify.annotations.NullMarked;
