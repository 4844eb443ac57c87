/** Ashby's RPC API, imitated: its data, arguments, pages and errors. May use {@code wire} only. */
@NullMarked
package io.convene.sandbox.ashby;

import org.jspecify.annotations.NullMarked;
