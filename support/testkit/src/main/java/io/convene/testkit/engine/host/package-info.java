/**
 * The loaded bundle, its account and its vendor during one rule: how lists are read, which calls
 * are in progress, and which addresses are called. May use {@code interviews}, {@code report} and
 * the launcher; judges nothing about interviews.
 */
@NullMarked
package io.convene.testkit.engine.host;

import org.jspecify.annotations.NullMarked;
