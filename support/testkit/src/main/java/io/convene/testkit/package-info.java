/**
 * The types that the author of a bundle extends and calls: the kit, the rules, and a vendor's test
 * server. Uses JUnit and the JDK. The bundle is examined in {@code io.convene.testkit.engine},
 * which this package reaches only through a module layer.
 */
@NullMarked
package io.convene.testkit;

import org.jspecify.annotations.NullMarked;
