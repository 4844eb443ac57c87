/**
 * The vendors of the benchmark: pages of fixed content, made once at the start, so that answering
 * costs as little as it can.
 */
@NullMarked
package io.convene.bench.upstream;

import org.jspecify.annotations.NullMarked;
