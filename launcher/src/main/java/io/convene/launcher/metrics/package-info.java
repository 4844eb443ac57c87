/**
 * Counters and their text for Prometheus. Every other package may count; this one knows none of
 * them.
 */
@NullMarked
package io.convene.launcher.metrics;

import org.jspecify.annotations.NullMarked;
