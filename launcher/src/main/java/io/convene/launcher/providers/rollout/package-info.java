/** Which of two versions of a bundle an account gets, while the newer one is on trial. */
@NullMarked
package io.convene.launcher.providers.rollout;

import org.jspecify.annotations.NullMarked;
