/**
 * Compares the cost of Convene with the cost of copying bytes and with other servers that do the
 * same work. {@link io.convene.bench.Main} starts everything on loopback, checks that the answers
 * are the same, measures in turns and prints.
 */
@NullMarked
package io.convene.bench;

import org.jspecify.annotations.NullMarked;
