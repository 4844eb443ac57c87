package io.convene.testkit.engine.values;

import io.convene.core.Field;
import io.convene.launcher.query.Filters;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.report.RuleProblems;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether the declared fields, and no others, are filled, with everything expanded. */
public final class FieldChecks {
    private FieldChecks() {}

    public static void declared(Subject subject, RuleProblems problems) {
        Set<Field> missing = EnumSet.noneOf(Field.class);
        missing.addAll(subject.support().fields());
        List<InterviewRow> rows = rows(subject);
        for (InterviewRow row : rows) {
            missing.removeAll(row.values().keySet());
            if (row.id().isEmpty()) {
                problems.add("An interview has no id: map() must set the id of every interview.");
            }
        }
        for (Field field : missing) {
            problems.add(
                    "support() declares %s, and none of %d interviews has it: fill it in map(), or do not declare it."
                            .formatted(field.text(), rows.size()));
        }
    }

    public static void undeclared(Subject subject, RuleProblems problems) {
        Set<Field> declared = subject.support().fields();
        for (InterviewRow row : rows(subject)) {
            for (Field field : row.values().keySet()) {
                if (!declared.contains(field)) {
                    problems.add(
                            "The interview %s has %s, which support() does not declare."
                                    .formatted(row.id(), field.text()));
                }
            }
        }
    }

    private static List<InterviewRow> rows(Subject subject) {
        List<InterviewRow> rows = new ArrayList<>();
        for (Filters scope : subject.scopes()) {
            rows.addAll(subject.list(scope, subject.support().expands(), 100).rows());
        }
        return rows;
    }
}
