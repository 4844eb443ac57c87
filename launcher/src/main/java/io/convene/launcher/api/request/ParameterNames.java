package io.convene.launcher.api.request;

import io.convene.core.Filter;
import io.convene.launcher.config.NearestName;
import io.convene.launcher.http.ApiException;
import io.convene.launcher.http.QuotedText;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The names of all parameters. */
public final class ParameterNames {
    /** Parameters of one value. */
    static final Set<String> SINGLE =
            Set.of(
                    "integrated_account_id",
                    "limit",
                    "next_cursor",
                    "truto_response_format",
                    "truto_key_by",
                    "truto_ignore_limit",
                    "truto_ignore_remote_data");

    /** Those of them that one interview does not take. */
    static final Set<String> LIST_ONLY =
            Set.of("limit", "next_cursor", "truto_key_by", "truto_ignore_limit");

    /** Lists of fields. */
    static final Set<String> LISTS = Set.of("expand", "truto_exclude_fields");

    private static final List<String> ALL =
            Stream.of(
                            SINGLE.stream(),
                            Arrays.stream(Filter.values()).map(Filter::text),
                            LISTS.stream(),
                            Stream.of("updated", "remote_query"))
                    .flatMap(names -> names)
                    .sorted()
                    .toList();

    private ParameterNames() {}

    /** Every name that the list takes, in alphabetical order. */
    public static List<String> all() {
        return ALL;
    }

    /** Every name that one interview takes, in alphabetical order. */
    static List<String> ofOne() {
        return ALL.stream().filter(name -> !LIST_ONLY.contains(name)).toList();
    }

    static boolean isKnown(String name) {
        return ALL.contains(name);
    }

    /**
     * The refusal of an unknown parameter, with the name that was probably meant.
     *
     * @param label the parameter as the caller wrote it
     * @param known the names that would be taken
     */
    static ApiException unknown(String label, Collection<String> known) {
        int bracket = label.indexOf('[');
        String name = bracket < 0 ? label : label.substring(0, bracket);
        String advice =
                NearestName.of(name, known)
                        .map("did you mean '%s'?"::formatted)
                        .orElse("leave it out.");
        return new ApiException(
                400, "The parameter '%s' is unknown; %s".formatted(QuotedText.cut(label), advice));
    }
}
