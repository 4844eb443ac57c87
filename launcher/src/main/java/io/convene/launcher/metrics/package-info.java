/**
 * Counters, histograms, and their text for Prometheus.
 *
 * <p>A leaf: every other package may count, and this one knows none of them.
 */
@NullMarked
package io.convene.launcher.metrics;

import org.jspecify.annotations.NullMarked;
