package io.convene.launcher.api.request;

import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.QuotedText;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Splits the values of list parameters at commas, and finds lists that are sent without any value:
 * left out silently, they would read more than the caller asked for.
 */
final class ListValues {
    /** Also the blanks that only look like nothing: no-break, zero-width, byte order mark. */
    private static final Pattern BLANKS_AROUND =
            Pattern.compile(
                    "^[\\p{IsWhite_Space}\\u200B\\uFEFF]+|[\\p{IsWhite_Space}\\u200B\\uFEFF]+$");

    private final Set<String> filled = new HashSet<>();
    private final Map<String, String> empty = new LinkedHashMap<>();

    /** The values in one parameter, without blanks around them and without empty ones. */
    List<String> of(QueryString.Parameter parameter) {
        List<String> values =
                Arrays.stream(parameter.value().split(",", -1))
                        .map(value -> BLANKS_AROUND.matcher(value).replaceAll(""))
                        .filter(value -> !value.isEmpty())
                        .toList();
        if (values.isEmpty()) {
            empty.putIfAbsent(parameter.name(), parameter.label());
        } else {
            filled.add(parameter.name());
        }
        return values;
    }

    /**
     * Refuses a list that has no value in any of its parameters.
     *
     * @throws ApiException with 400 that names it as the caller wrote it
     */
    void refuseEmpty() {
        empty.forEach((name, label) -> {
            if (!filled.contains(name)) {
                throw empty(label);
            }
        });
    }

    /** The refusal of a parameter that must have a value and has none. */
    static ApiException empty(String label) {
        return new ApiException(
                400,
                "The parameter '%s' has no value; send one, or leave the parameter out."
                        .formatted(QuotedText.cut(label)));
    }
}
