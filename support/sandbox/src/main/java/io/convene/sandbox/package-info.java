/**
 * The sandbox: four ATSs on one loopback port, with generated data and the vendors' own strictness.
 */
@NullMarked
package io.convene.sandbox;

import org.jspecify.annotations.NullMarked;
