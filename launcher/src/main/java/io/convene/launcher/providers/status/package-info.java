/**
 * The verdicts on bundles: codes, reasons, states and events.
 *
 * <p>Belongs here: what operators are told of a bundle. It loads and checks nothing itself.
 */
@NullMarked
package io.convene.launcher.providers.status;

import org.jspecify.annotations.NullMarked;
