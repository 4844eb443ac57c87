/** The description of the endpoint for programs. */
@NullMarked
package io.convene.endtoend.description;

import org.jspecify.annotations.NullMarked;
