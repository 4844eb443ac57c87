package io.convene.testkit.engine.interviews;

import io.convene.testkit.engine.report.Counted;
import io.convene.testkit.engine.report.RuleProblems;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whole lists compared by their interviews' ids. */
public final class IdLists {
    private IdLists() {}

    public static List<String> of(List<InterviewRow> rows) {
        return rows.stream().map(InterviewRow::id).toList();
    }

    /**
     * Adds a problem for interviews that come twice, are missing, or are not the vendor's.
     *
     * @param said how the list was read, such as {@code "In pages of 7"}
     * @param cure advice, one sentence, when interviews are missing or come twice
     */
    public static void compare(
            List<String> expected,
            List<String> ids,
            String said,
            String cure,
            RuleProblems problems) {
        Set<String> seen = new HashSet<>();
        List<String> repeated = new ArrayList<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                repeated.add(id);
            }
        }
        if (!repeated.isEmpty()) {
            problems.add(
                    "%s, %s more than once, such as %s. %s"
                            .formatted(said, comes(repeated.size()), repeated.getFirst(), cure));
        }
        List<String> lost = new ArrayList<>(expected);
        lost.removeAll(seen);
        if (!lost.isEmpty()) {
            problems.add(
                    "%s, %s missing out of %d, such as %s. %s"
                            .formatted(
                                    said,
                                    Counted.are(lost.size(), "interview"),
                                    expected.size(),
                                    lost.getFirst(),
                                    cure));
        }
        Set<String> wanted = Set.copyOf(expected);
        List<String> strange = ids.stream().filter(id -> !wanted.contains(id)).toList();
        if (!strange.isEmpty()) {
            problems.add(
                    "%s, %s that the vendor does not have, such as '%s'."
                            .formatted(said, comes(strange.size()), strange.getFirst()));
        }
    }

    private static String comes(int number) {
        return Counted.count(number, "interview") + (number == 1 ? " comes" : " come");
    }
}
