/**
 * {@code convene providers}: the commands about bundles, in a folder and in a running server. They
 * are found as a service.
 */
@NullMarked
package io.convene.launcher.cli.providers;

import org.jspecify.annotations.NullMarked;
