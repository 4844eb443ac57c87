package io.convene.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parameters of a query string or form, decoded, in order. */
public record Query(List<Parameter> parameters) {

    /** One name and value. */
    public record Parameter(String name, String value) {}

    /** Reads {@code a=b&c=d}; a part that cannot be decoded stays as it was sent. */
    public static Query parse(String text) {
        List<Parameter> parameters = new ArrayList<>();
        for (String part : text.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                parameters.add(
                        new Parameter(
                                decode(name),
                                equals < 0 ? "" : decode(part.substring(equals + 1))));
            }
        }
        return new Query(List.copyOf(parameters));
    }

    public static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        parameters.forEach(parameter -> names.add(parameter.name()));
        return names;
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }
}
