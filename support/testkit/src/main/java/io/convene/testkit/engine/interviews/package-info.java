/**
 * Interviews as the checks compare them: expected and mapped ones, whole lists, and lists of ids.
 * May use {@code report} and the host's {@code core}; knows no bundle and no vendor.
 */
@NullMarked
package io.convene.testkit.engine.interviews;

import org.jspecify.annotations.NullMarked;
