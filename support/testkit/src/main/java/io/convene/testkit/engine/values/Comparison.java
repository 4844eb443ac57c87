package io.convene.testkit.engine.values;

import io.convene.core.Field;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.interviews.WholeList;
import io.convene.testkit.engine.report.Counted;
import io.convene.testkit.engine.report.RuleProblems;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Compares lists of a bundle with the required interviews, one by one and field by field. */
final class Comparison {
    private final ExpectedList reference;
    private final Map<String, InterviewRow> byId;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Set<Field> declared;
    private final Set<Field> onDemand;
    private final RuleProblems problems;

    Comparison(Subject subject, ExpectedList reference, RuleProblems problems) {
        this.reference = reference;
        this.byId = reference.byId();
        this.declared = subject.support().fields();
        this.onDemand = subject.support().expands();
        this.problems = problems;
        reference.rows().forEach(row -> ranks.put(row.id(), ranks.size()));
    }

    /**
     * Compares a whole list.
     *
     * @param said which list, such as {@code "With candidate_id = c1"}
     * @param expected the required interviews
     * @param full the fields of which all must be filled that can be, although they cost calls
     * @param stray the problem with an interview that is not expected
     */
    void list(
            String said,
            WholeList listed,
            List<InterviewRow> expected,
            Set<Field> full,
            Function<InterviewRow, String> stray) {
        Set<String> missing = new HashSet<>();
        expected.forEach(row -> missing.add(row.id()));
        Set<String> wanted = Set.copyOf(missing);
        Set<String> seen = new HashSet<>();
        for (InterviewRow row : listed.rows()) {
            if (!seen.add(row.id())) {
                problems.add("%s, the interview %s comes twice.".formatted(said, row.id()));
            } else if (!wanted.contains(row.id())) {
                problems.add(
                        "%s, the interview %s comes, %s"
                                .formatted(said, row.id(), stray.apply(row)));
            } else {
                fields(said, row, full);
            }
        }
        missing.removeAll(seen);
        if (!missing.isEmpty()) {
            problems.add(
                    "%s, %s missing out of %d that must come, such as %s."
                            .formatted(
                                    said,
                                    Counted.are(missing.size(), "interview"),
                                    expected.size(),
                                    missing.stream().sorted().findFirst().orElseThrow()));
        }
        if (reference.told()) {
            order(said, listed.rows().stream().filter(row -> wanted.contains(row.id())).toList());
        }
        listed.unended().ifPresent(why -> problems.add("%s, %s.".formatted(said, why)));
    }

    /** Compares one interview, if there is one of that id. */
    void fields(String said, InterviewRow row, Set<Field> full) {
        InterviewRow expected = byId.get(row.id());
        if (expected == null) {
            return;
        }
        Set<Field> compared = EnumSet.copyOf(declared);
        if (expected.value(Field.REMOTE_DATA).isEmpty()) {
            compared.remove(Field.REMOTE_DATA);
        }
        for (Field field : expected.differences(row, compared)) {
            Optional<String> found = row.value(field);
            boolean spared = onDemand.contains(field) && !full.contains(field);
            if (found.isPresent() || !spared) {
                problems.add(
                        "%s, the interview %s has %s"
                                .formatted(
                                        said,
                                        row.id(),
                                        difference(field, expected.value(field), found)));
            }
        }
    }

    /** Lists that follow each other, being phases of one position, are in order each by itself. */
    private void order(String said, List<InterviewRow> rows) {
        for (int i = 1; i < rows.size(); i++) {
            InterviewRow before = rows.get(i - 1);
            InterviewRow row = rows.get(i);
            boolean late =
                    before.phase() == row.phase()
                            && ranks.getOrDefault(before.id(), 0) > ranks.getOrDefault(row.id(), 0);
            if (late || before.phase() > row.phase()) {
                problems.add(
                        "%s, the interview %s comes after %s, which the vendor lists later."
                                .formatted(said, row.id(), before.id()));
            }
        }
    }

    private static String difference(
            Field field, Optional<String> expected, Optional<String> found) {
        String one = expected.orElse("");
        String other = found.orElse("");
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        int around = at;
        return found.map(text -> field.text() + " = " + InterviewRow.shortened(text, around))
                        .orElse("no " + field.text())
                + ", expected "
                + expected.map(text -> InterviewRow.shortened(text, around)).orElse("none")
                + ".";
    }
}
