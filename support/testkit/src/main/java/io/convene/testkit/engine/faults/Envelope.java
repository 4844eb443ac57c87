package io.convene.testkit.engine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.convene.core.Item;
import io.convene.core.JsonException;
import io.convene.core.spi.VendorResponse;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The document of a page, an object: its members, and the members of those that are objects
 * themselves. Values are the vendor's bytes.
 */
public record Envelope(Item root) {
    private static final int MOST = 40;

    /** The document, if it is a JSON object. */
    public static Optional<Envelope> of(VendorResponse response) {
        try {
            return Optional.of(Item.parse(response.bytes()))
                    .filter(Item::isObject)
                    .map(Envelope::new);
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** The members that are this number, and the headers too. */
    public static Set<String> numbered(VendorResponse response, int number) {
        String digits = Integer.toString(number);
        Set<String> names = new HashSet<>();
        response.headers()
                .forEach((name, values) -> {
                    if (values.contains(digits)) {
                        names.add(name);
                    }
                });
        of(response)
                .ifPresent(envelope ->
                        envelope.paths().stream()
                                .filter(path -> envelope.at(path).text().is(digits))
                                .forEach(path -> names.add(String.join(".", path))));
        return names;
    }

    /** Where there are members: one name, or the name of an object and of its member. */
    public List<List<String>> paths() {
        List<List<String>> paths = new ArrayList<>();
        for (String name : names(root)) {
            paths.add(List.of(name));
            Item value = root.at(name);
            if (value.isObject()) {
                names(value).forEach(inner -> paths.add(List.of(name, inner)));
            }
        }
        return paths.subList(0, Math.min(MOST, paths.size()));
    }

    /** The value there, absent where there is none. */
    public Item at(List<String> path) {
        Item item = root;
        for (String name : path) {
            item = item.at(name);
        }
        return item;
    }

    /** The value's bytes as text, empty where there is none. */
    public String written(List<String> path) {
        Item item = root;
        for (String name : path) {
            if (!item.isObject() || !names(item).contains(name)) {
                return "";
            }
            item = item.at(name);
        }
        return bytes(item);
    }

    /** The document with another value there, or without the member when the text is empty. */
    public byte[] with(List<String> path, String value) {
        return with(root, path, value).getBytes(UTF_8);
    }

    private static String with(Item object, List<String> path, String value) {
        List<String> members = new ArrayList<>();
        for (String name : names(object)) {
            String written = bytes(object.at(name));
            if (name.equals(path.getFirst())) {
                written =
                        path.size() == 1
                                ? value
                                : with(object.at(name), path.subList(1, path.size()), value);
            }
            if (!written.isEmpty()) {
                members.add(Json.createValue(name) + ":" + written);
            }
        }
        return "{" + String.join(",", members) + "}";
    }

    private static Set<String> names(Item object) {
        byte[] bytes = Arrays.copyOfRange(object.source(), object.start(), object.end());
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            JsonObject read = reader.readObject();
            return read.keySet();
        }
    }

    /** A null becomes an absent item, which has no bytes in this document. */
    private static String bytes(Item item) {
        return item.isPresent()
                ? new String(item.source(), item.start(), item.end() - item.start(), UTF_8)
                : "null";
    }
}
