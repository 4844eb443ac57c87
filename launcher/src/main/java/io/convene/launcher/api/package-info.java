/** The HTTP endpoint: a request in, an answer out. */
@NullMarked
package io.convene.launcher.api;

import org.jspecify.annotations.NullMarked;
