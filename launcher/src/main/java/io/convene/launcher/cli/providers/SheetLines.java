package io.convene.launcher.cli.providers;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sheet of a bundle for people: a line for each thing to know before it is trusted. */
final class SheetLines {
    private SheetLines() {}

    /** Text by its label; nothing that is unknown or empty. */
    static Map<String, String> of(JsonObject bundle) {
        Map<String, String> lines = new LinkedHashMap<>();
        if (bundle.get("sheet") instanceof JsonObject sheet) {
            if (!sheet.isNull("java")) {
                lines.put("java", "%d or newer".formatted(sheet.getInt("java")));
            }
            put(lines, "signers", String.join(" and ", strings(sheet, "signers")));
            put(
                    lines,
                    "credentials",
                    joined(sheet, "credentials", SheetLines::credentials, "; or "));
            put(lines, "settings", joined(sheet, "settings", SheetLines::setting, ", "));
        }
        return lines;
    }

    private static void put(Map<String, String> lines, String label, String text) {
        if (!text.isEmpty()) {
            lines.put(label, text);
        }
    }

    private static String joined(
            JsonObject sheet, String member, Function<JsonObject, String> text, String between) {
        return sheet.getJsonArray(member).getValuesAs(JsonObject.class).stream()
                .map(text)
                .collect(Collectors.joining(between));
    }

    private static String credentials(JsonObject way) {
        String required = String.join(" and ", strings(way, "required"));
        String name = required.isEmpty() ? "none" : required;
        List<String> optional = strings(way, "optional");
        return optional.isEmpty()
                ? name
                : "%s (optional: %s)".formatted(name, String.join(", ", optional));
    }

    private static String setting(JsonObject setting) {
        return setting.getBoolean("required")
                ? setting.getString("name") + " (required)"
                : setting.getString("name");
    }

    private static List<String> strings(JsonObject object, String member) {
        return object.getJsonArray(member).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
