package io.convene.launcher.mcp;

import jakarta.json.JsonObject;

import java.util.List;

/** The tools of one caller. */
public interface Toolbox {
    /** All of them, always in the same order. */
    List<Tool> tools();

    /**
     * Uses one.
     *
     * @param name one of the tools
     * @param arguments as the model gave them
     */
    ToolAnswer call(String name, JsonObject arguments);
}
