package io.convene.launcher.mcp;

import io.convene.core.Filter;
import io.convene.launcher.openapi.Abilities;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The descriptions of the tools. What is the same everywhere is in {@code tools.json}; the filters
 * are those that a loaded integration takes. Thread-safe.
 */
public final class ToolSheets {
    public static final String LIST_ACCOUNTS = "list_accounts";
    public static final String LIST_INTERVIEWS = "list_interviews";
    public static final String GET_INTERVIEW = "get_interview";
    public static final String DESCRIBE_INTEGRATION = "describe_integration";

    private static final List<String> OPERATORS = List.of("gt", "gte", "lt", "lte");

    private final JsonArray frame = frame();

    /** The tools for those integrations. */
    public List<Tool> tools(List<Abilities> integrations) {
        return frame.getValuesAs(JsonObject.class).stream()
                .map(tool -> new Tool(withFilters(tool, integrations)))
                .toList();
    }

    /**
     * The parameter of the list that an argument of a tool stands for: {@code start_at_gte} is
     * {@code start_at[gte]}. Names of arguments have no brackets, which some models do not take.
     */
    public static Map<String, String> filterParameters() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Filter filter : Filter.values()) {
            if (filter.isTime()) {
                OPERATORS.forEach(operator ->
                        names.put(
                                filter.text() + "_" + operator,
                                "%s[%s]".formatted(filter.text(), operator)));
            } else {
                names.put(filter.text(), filter.text());
            }
        }
        return names;
    }

    private static JsonObject withFilters(JsonObject tool, List<Abilities> integrations) {
        boolean list = tool.getString("name").equals(LIST_INTERVIEWS);
        if (!list && !tool.getString("name").equals(GET_INTERVIEW)) {
            return tool;
        }
        JsonObject schema = tool.getJsonObject("inputSchema");
        JsonObjectBuilder properties = Json.createObjectBuilder(schema.getJsonObject("properties"));
        Arrays.stream(Filter.values())
                .filter(filter -> list || !filter.isTime())
                .filter(filter -> Abilities.anyTakes(filter, integrations))
                .forEach(filter -> add(properties, filter, integrations));
        return Json.createObjectBuilder(tool)
                .add("inputSchema", Json.createObjectBuilder(schema).add("properties", properties))
                .build();
    }

    private static void add(
            JsonObjectBuilder properties, Filter filter, List<Abilities> integrations) {
        String support = Abilities.sentence(filter, integrations);
        if (!filter.isTime()) {
            properties.add(
                    filter.text(),
                    Json.createObjectBuilder()
                            .add("type", "array")
                            .add("items", Json.createObjectBuilder().add("type", "string"))
                            .add("description", "Any of these ids. " + support));
            return;
        }
        for (String operator : OPERATORS) {
            properties.add(
                    filter.text() + "_" + operator,
                    Json.createObjectBuilder()
                            .add("type", "string")
                            .add(
                                    "description",
                                    "A date or a date-time with an offset, such as 2026-03-02T10:00:00Z. "
                                            + support));
        }
    }

    private static JsonArray frame() {
        try (InputStream in =
                        Objects.requireNonNull(ToolSheets.class.getResourceAsStream("tools.json"));
                JsonReader reader = Json.createReader(in)) {
            return reader.readArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
