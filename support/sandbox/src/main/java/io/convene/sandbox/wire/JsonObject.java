package io.convene.sandbox.wire;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Members in order, doubles allowed. */
public final class JsonObject implements Json {

    private final List<NamedValue> members = new ArrayList<>();

    JsonObject() {}

    /** One member: its name as it is written, and its value. */
    public record NamedValue(String name, Json value) {}

    public JsonObject put(String name, @Nullable Object value) {
        members.add(new NamedValue(name, Json.of(value)));
        return this;
    }

    public List<NamedValue> members() {
        return List.copyOf(members);
    }

    public Optional<Json> get(String name) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .map(NamedValue::value)
                .findFirst();
    }

    /** This object with only the members named. */
    public JsonObject only(Set<String> names) {
        JsonObject chosen = new JsonObject();
        members.stream()
                .filter(member -> names.contains(member.name()))
                .forEach(chosen.members::add);
        return chosen;
    }
}
