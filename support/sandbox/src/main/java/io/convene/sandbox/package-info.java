/**
 * The sandbox: four ATSs on one loopback port, with generated data and the vendors' own strictness.
 * Its public types start it, name its accounts and make it fail; the others accept requests, keep a
 * record of them and apply faults. May use the package of every vendor and {@code wire}.
 */
@NullMarked
package io.convene.sandbox;

import org.jspecify.annotations.NullMarked;
