/**
 * The documentation: its examples as requests to the packaged product, and the pages of the
 * integrations.
 */
@NullMarked
package io.convene.endtoend.docs;

import org.jspecify.annotations.NullMarked;
