/**
 * The load checks of bundles in a process of its own, because code that is not known yet may stop,
 * hang or fill the process that loads it.
 */
@NullMarked
package io.convene.launcher.cli.trial;

import org.jspecify.annotations.NullMarked;
