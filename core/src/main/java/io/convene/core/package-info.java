/**
 * The unified interview, the view of a vendor's bytes, and times. A bundle reads a vendor's answer
 * through {@link io.convene.core.Item} and {@link io.convene.core.Text}, and fills an {@link
 * io.convene.core.InterviewDraft}. Nothing here is null: a value that is missing is absent. Frozen
 * as 1.0 together with {@link io.convene.core.spi}, under the same promise.
 */
@NullMarked
package io.convene.core;

import org.jspecify.annotations.NullMarked;
