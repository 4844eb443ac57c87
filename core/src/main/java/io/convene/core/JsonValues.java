package io.convene.core;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Immutable copies of JSON values made of the JDK's types, with one type for each kind of value.
 */
final class JsonValues {
    private JsonValues() {}

    /**
     * A copy of an object's members.
     *
     * @throws IllegalArgumentException when a value is of no type that JSON has
     */
    static Map<String, Object> object(Map<?, ?> members) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        members.forEach((name, value) -> copy.put(String.valueOf(name), value(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static List<@Nullable Object> array(List<?> values) {
        List<@Nullable Object> copy = new ArrayList<>(values.size());
        values.forEach(value -> copy.add(value(value)));
        return Collections.unmodifiableList(copy);
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean flag -> flag;
            case BigDecimal number -> number;
            case BigInteger number -> new BigDecimal(number);
            case Number number -> number(number);
            case List<?> values -> array(values);
            case Map<?, ?> members -> object(members);
            default ->
                    throw new IllegalArgumentException(
                            "JSON has no value for %s; use a String, a number, a Boolean, a List or a Map"
                                    .formatted(value.getClass().getName()));
        };
    }

    private static BigDecimal number(Number number) {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("JSON has no number %s".formatted(number), e);
        }
    }
}
