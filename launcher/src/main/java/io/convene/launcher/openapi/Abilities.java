package io.convene.launcher.openapi;

import io.convene.core.Field;
import io.convene.core.Filter;
import io.convene.core.spi.Support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an integration can do, in the words that callers read.
 *
 * @param integration its name
 * @param support what its bundle declares
 */
public record Abilities(String integration, Support support) {
    private static final String NONE = "none";
    private static final Map<String, String> SAYINGS = new LinkedHashMap<>();

    static {
        SAYINGS.put("required", "required");
        SAYINGS.put("vendor", "evaluated by the vendor");
        SAYINGS.put("local", "evaluated by Convene");
        SAYINGS.put(NONE, "refused");
    }

    /** Who evaluates a filter: {@code vendor}, {@code local}, {@code required} or {@code none}. */
    public String of(Filter filter) {
        if (support.required().contains(filter)) {
            return "required";
        }
        return support.treatment(filter, Set.of(filter)).map(Support.Treatment::text).orElse(NONE);
    }

    /** Whether a field is {@code filled}, filled on request ({@code expand}) or {@code none}. */
    public String of(Field field) {
        if (support.fills(field)) {
            return "filled";
        }
        return support.expands().contains(field) ? "expand" : NONE;
    }

    /** Whether one of the integrations takes a filter. */
    public static boolean anyTakes(Filter filter, List<Abilities> integrations) {
        return integrations.stream().anyMatch(it -> !it.of(filter).equals(NONE));
    }

    /** Such as "Required for fountain; evaluated by the vendor for ashby." */
    public static String sentence(Filter filter, List<Abilities> integrations) {
        List<String> parts = new ArrayList<>();
        SAYINGS.forEach((word, saying) -> {
            String names =
                    integrations.stream()
                            .filter(it -> it.of(filter).equals(word))
                            .map(Abilities::integration)
                            .collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                parts.add(saying + " for " + names);
            }
        });
        String text = String.join("; ", parts);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
