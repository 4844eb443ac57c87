/**
 * What a page costs inside the process, step by step: the item view, mapping and writing. Nothing
 * but processor and memory takes part.
 */
@NullMarked
package io.convene.bench.jmh;

import org.jspecify.annotations.NullMarked;
