package io.convene.endtoend.description;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A JSON document as its leaves, each named by its path. An item of an array that refers to
 * something is named by that, so that its place does not matter.
 */
final class Flat {
    private final Map<String, JsonValue> leaves = new TreeMap<>();

    private Flat() {}

    static Flat of(JsonValue document) {
        Flat flat = new Flat();
        flat.add("", document);
        return flat;
    }

    /** The paths of leaves that only one of the two has, or that differ. */
    Set<String> differences(Flat other) {
        Set<String> paths = new TreeSet<>(leaves.keySet());
        paths.addAll(other.leaves.keySet());
        paths.removeIf(path ->
                leaves.containsKey(path) && leaves.get(path).equals(other.leaves.get(path)));
        return paths;
    }

    private void add(String path, JsonValue value) {
        switch (value) {
            case JsonObject object ->
                    object.forEach((name, member) -> add(path + "/" + name, member));
            case JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    add(path + "/" + name(array.get(i), i), array.get(i));
                }
            }
            default -> leaves.put(path, value);
        }
    }

    private static String name(JsonValue item, int index) {
        return item instanceof JsonObject object && object.containsKey("$ref")
                ? object.getString("$ref").replaceFirst(".*/", "")
                : Integer.toString(index);
    }
}
