/**
 * How much Convene costs, beside what only copying costs and what others need for the same: {@link
 * io.convene.bench.Main} starts everything on loopback, checks that the answers are the same,
 * measures in turns and prints.
 */
@NullMarked
package io.convene.bench;

import org.jspecify.annotations.NullMarked;
