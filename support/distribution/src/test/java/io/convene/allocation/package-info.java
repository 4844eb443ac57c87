/** The gate on what a mapped interview allocates. */
@NullMarked
package io.convene.allocation;

import org.jspecify.annotations.NullMarked;
