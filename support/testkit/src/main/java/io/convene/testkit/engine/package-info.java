/**
 * The examination itself. It runs in a layer of its own, beside the host's modules and apart from
 * the class path of the tests; what passes between the two is made of the JDK's types alone.
 */
@NullMarked
package io.convene.testkit.engine;

import org.jspecify.annotations.NullMarked;
