package io.convene.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parameters of a query string or form, decoded, in order. */
public record QueryParameters(List<NameAndValue> parameters) {

    /** One name and value. */
    public record NameAndValue(String name, String value) {}

    /** Reads {@code a=b&c=d}; a part that cannot be decoded stays as it was sent. */
    public static QueryParameters parse(String text) {
        List<NameAndValue> parameters = new ArrayList<>();
        for (String part : text.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                parameters.add(
                        new NameAndValue(
                                decode(name),
                                equals < 0 ? "" : decode(part.substring(equals + 1))));
            }
        }
        return new QueryParameters(List.copyOf(parameters));
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
                .map(NameAndValue::value)
                .toList();
    }
}
