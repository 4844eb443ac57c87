/**
 * The verdicts on bundles: codes, reasons, states and events.
 *
 * <p>Belongs here: the information about a bundle for operators. It loads and checks nothing
 * itself.
 */
@NullMarked
package io.convene.launcher.providers.status;

import org.jspecify.annotations.NullMarked;
