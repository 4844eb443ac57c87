/** The demo's parts. That it works as a whole is tested on the packaged distribution. */
@NullMarked
package io.convene.demo;

import org.jspecify.annotations.NullMarked;
