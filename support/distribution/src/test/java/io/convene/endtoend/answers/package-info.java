/** Answers: whole lists, cursors, formats, errors and limits. */
@NullMarked
package io.convene.endtoend.answers;

import org.jspecify.annotations.NullMarked;
