/** The gate on the bytes that a mapped interview allocates. */
@NullMarked
package io.convene.allocation;

import org.jspecify.annotations.NullMarked;
