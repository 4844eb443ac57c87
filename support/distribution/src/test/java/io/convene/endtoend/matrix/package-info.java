/** Every filter and option at every integration: the tables of docs/use come from these tests. */
@NullMarked
package io.convene.endtoend.matrix;

import org.jspecify.annotations.NullMarked;
