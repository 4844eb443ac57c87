/**
 * The versions of the SPI, and the parts of them that a bundle's compiled classes use. May use
 * {@code jars} and {@code report}.
 */
@NullMarked
package io.convene.testkit.engine.spi;

import org.jspecify.annotations.NullMarked;
