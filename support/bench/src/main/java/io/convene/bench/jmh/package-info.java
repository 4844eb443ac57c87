/**
 * The cost of a page inside the process, step by step: the item view, mapping and writing. Only
 * processor and memory are involved.
 */
@NullMarked
package io.convene.bench.jmh;

import org.jspecify.annotations.NullMarked;
