package io.convene.launcher.mcp;

import jakarta.json.JsonObject;

/**
 * The description of a tool, as the protocol has it: name, title, description, input schema and
 * annotations.
 */
public record Tool(JsonObject description) {
    String name() {
        return description.getString("name");
    }
}
