/**
 * A bundle as files and modules, before its code runs.
 *
 * <p>Belongs here: copying, hashing and checking of jars, and the rules for their modules. It gives
 * its verdicts in the terms of {@code status}.
 */
@NullMarked
package io.convene.launcher.providers.bundle;

import org.jspecify.annotations.NullMarked;
