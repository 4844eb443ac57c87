/** The configuration file, read whole and checked at once. */
@NullMarked
package io.convene.launcher.config;

import org.jspecify.annotations.NullMarked;
