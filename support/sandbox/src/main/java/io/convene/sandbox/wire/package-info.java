/**
 * The parts that the simulated vendors share: calls and replies, exact JSON text, tokens, cursors,
 * rate windows.
 */
@NullMarked
package io.convene.sandbox.wire;

import org.jspecify.annotations.NullMarked;
