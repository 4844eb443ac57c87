/**
 * The configuration file as text: YAML read into nodes that know their line.
 *
 * <p>Belongs here: whatever knows YAML. A leaf: it knows no key and no other package.
 */
@NullMarked
package io.convene.launcher.config.yaml;

import org.jspecify.annotations.NullMarked;
