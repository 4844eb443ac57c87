package io.convene.launcher.mcp;

import jakarta.json.JsonObject;

import java.util.Optional;

/**
 * The answer to a message.
 *
 * @param status the status of HTTP
 * @param body empty for a notification
 */
public record McpAnswer(int status, Optional<JsonObject> body) {}
