/**
 * The Model Context Protocol: messages, versions and descriptions of tools, for programs that use
 * language models. Follows the <a
 * href="https://modelcontextprotocol.io/specification/2026-07-28">revision of 2026-07-28</a>, and
 * the older ones that begin with {@code initialize}.
 *
 * <p>Belongs here: what the protocol says, whatever the tools do. No HTTP server, no account.
 */
@NullMarked
package io.convene.launcher.mcp;

import org.jspecify.annotations.NullMarked;
