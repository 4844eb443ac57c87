/**
 * Semantic versions and ranges of them.
 *
 * <p>A leaf: it knows no other package.
 */
@NullMarked
package io.convene.launcher.providers.version;

import org.jspecify.annotations.NullMarked;
