/** Ashby's RPC API, imitated. */
@NullMarked
package io.convene.sandbox.ashby;

import org.jspecify.annotations.NullMarked;
