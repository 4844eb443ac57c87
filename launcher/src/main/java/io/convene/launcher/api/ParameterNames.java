package io.convene.launcher.api;

import io.convene.core.Filter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The names of all parameters, and which of them a misspelt one was meant to be. */
final class ParameterNames {
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
    static List<String> all() {
        return ALL;
    }

    static boolean isKnown(String name) {
        return ALL.contains(name);
    }

    /** The known name that takes the fewest changes to get to. */
    static String nearest(String name) {
        String cut = name.length() > 64 ? name.substring(0, 64) : name;
        return ALL.stream()
                .min(Comparator.comparingInt(known -> distance(cut, known)))
                .orElseThrow();
    }

    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
