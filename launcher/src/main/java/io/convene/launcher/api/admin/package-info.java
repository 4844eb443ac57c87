/**
 * The routes of operators: the state of bundles and accounts, and commands to a running server.
 * Each requires a token of the scope {@code admin}.
 */
@NullMarked
package io.convene.launcher.api.admin;

import org.jspecify.annotations.NullMarked;
