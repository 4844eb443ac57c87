package io.convene.launcher.mcp;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The arguments that a model gave to a tool. */
public final class Arguments {
    private final JsonObject given;

    /**
     * The arguments, all of which have a known name.
     *
     * @throws ArgumentException when one has none
     */
    public Arguments(JsonObject given, Set<String> known) {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new ArgumentException(
                        "There is no argument '%s'; the tool takes %s."
                                .formatted(cut(name), String.join(", ", known)));
            }
        }
        this.given = given;
    }

    /** A text. */
    public Optional<String> text(String name) {
        return switch (given.get(name)) {
            case null -> Optional.empty();
            case JsonString text -> Optional.of(text.getString());
            case JsonValue value when value.equals(JsonValue.NULL) -> Optional.empty();
            default -> throw wrong(name, "text");
        };
    }

    /** A whole number in a range. */
    public int number(String name, int standard, int least, int most) {
        JsonValue value = given.getOrDefault(name, JsonValue.NULL);
        if (value.equals(JsonValue.NULL)) {
            return standard;
        }
        if (value instanceof JsonNumber number
                && number.isIntegral()
                && number.bigIntegerValue().bitLength() < Integer.SIZE
                && number.intValue() >= least
                && number.intValue() <= most) {
            return number.intValue();
        }
        throw wrong(name, "a whole number from %d to %d".formatted(least, most));
    }

    /** Whether something is wanted, which it is not by default. */
    public boolean flag(String name) {
        JsonValue value = given.getOrDefault(name, JsonValue.FALSE);
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE, NULL -> false;
            default -> throw wrong(name, "true or false");
        };
    }

    /** One text, or several. */
    public List<String> texts(String name) {
        if (!(given.get(name) instanceof JsonArray items)) {
            return text(name).stream().toList();
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue item : items) {
            if (!(item instanceof JsonString text)) {
                throw wrong(name, "a list of texts");
            }
            texts.add(text.getString());
        }
        return texts;
    }

    private static ArgumentException wrong(String name, String expected) {
        return new ArgumentException("The argument '%s' must be %s.".formatted(name, expected));
    }

    private static String cut(String name) {
        int longest = 64;
        return name.length() > longest ? name.substring(0, longest) + "…" : name;
    }
}
