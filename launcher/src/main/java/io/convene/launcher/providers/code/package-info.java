/**
 * The check of a bundle's compiled code: which parts of the JDK it uses that a bundle must leave to
 * its host. No code of the bundle runs.
 *
 * <p>Belongs here: the rules about compiled classes, for the host and the conformance kit alike.
 */
@NullMarked
package io.convene.launcher.providers.code;

import org.jspecify.annotations.NullMarked;
