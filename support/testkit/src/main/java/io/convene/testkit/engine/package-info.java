/**
 * The examination, rule by rule, in a module layer of its own. Types of the JDK alone pass between
 * it and the tests.
 *
 * <p>{@link io.convene.testkit.engine.Engine} runs one check for each rule, within a time limit.
 * The checks that belong to no list of interviews are in this package: loading, declarations,
 * hosts, concurrency and unloading. It may use every package below it, and none of them may use it.
 */
@NullMarked
package io.convene.testkit.engine;

import org.jspecify.annotations.NullMarked;
