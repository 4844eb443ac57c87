/**
 * The command line: finds the requested command, reads its options and runs it. It may use every
 * other package of the launcher, and none uses it.
 */
@NullMarked
package io.convene.launcher.cli;

import org.jspecify.annotations.NullMarked;
