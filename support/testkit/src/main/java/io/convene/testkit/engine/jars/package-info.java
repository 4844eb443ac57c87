/**
 * Checks of the packaged files, which are read and never loaded: modules and compiled code. May use
 * {@code report} only.
 */
@NullMarked
package io.convene.testkit.engine.jars;

import org.jspecify.annotations.NullMarked;
