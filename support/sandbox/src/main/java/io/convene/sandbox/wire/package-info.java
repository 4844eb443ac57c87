/**
 * The parts that the simulated vendors share: calls and replies, exact JSON text, tokens, cursors
 * and rate windows. Knows no vendor and no server.
 */
@NullMarked
package io.convene.sandbox.wire;

import org.jspecify.annotations.NullMarked;
