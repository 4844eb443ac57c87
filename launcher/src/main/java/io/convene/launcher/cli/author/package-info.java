/** Projects of new bundles: written from templates, to be built outside this repository. */
@NullMarked
package io.convene.launcher.cli.author;

import org.jspecify.annotations.NullMarked;
