/**
 * Bundles on their way into a folder and out of it: fetched under a hidden name, moved in whole, or
 * not at all.
 */
@NullMarked
package io.convene.launcher.cli.install;

import org.jspecify.annotations.NullMarked;
