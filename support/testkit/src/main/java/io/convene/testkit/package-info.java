/** What the author of a bundle extends and calls to have it examined. */
@NullMarked
package io.convene.testkit;

import org.jspecify.annotations.NullMarked;
