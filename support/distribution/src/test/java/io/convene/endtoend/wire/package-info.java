/**
 * Connections: streams, slow and leaving callers, odd requests, vendors' HTTP, the end of the
 * process.
 */
@NullMarked
package io.convene.endtoend.wire;

import org.jspecify.annotations.NullMarked;
