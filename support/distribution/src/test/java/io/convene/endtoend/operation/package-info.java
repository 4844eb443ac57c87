/** The operator's side: commands, the folder of bundles, metrics. */
@NullMarked
package io.convene.endtoend.operation;

import org.jspecify.annotations.NullMarked;
