package io.convene.launcher.mcp;

/**
 * What a tool says to a model.
 *
 * @param text JSON, or one sentence with the remedy
 * @param isError whether the tool could not do what it was asked
 */
public record ToolAnswer(String text, boolean isError) {}
