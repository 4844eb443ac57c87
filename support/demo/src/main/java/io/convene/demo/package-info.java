/** Starts everything at once, for a first look. */
@NullMarked
package io.convene.demo;

import org.jspecify.annotations.NullMarked;
