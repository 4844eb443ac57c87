/**
 * Test doubles for the unit tests of bundles. They stand in for the host and for a vendor's server,
 * and use {@code core} and the JDK only. The conformance kit, which examines a packaged bundle, is
 * {@code io.convene.testkit}.
 */
@NullMarked
package io.convene.testing;

import org.jspecify.annotations.NullMarked;
