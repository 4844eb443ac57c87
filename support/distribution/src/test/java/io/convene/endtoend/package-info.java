/**
 * The distribution's own command against the sandbox, over real sockets, as operators and callers
 * meet it. This package has the parts that its tests share: the started product, vendors, and
 * answers. The tests are in packages by subject.
 */
@NullMarked
package io.convene.endtoend;

import org.jspecify.annotations.NullMarked;
