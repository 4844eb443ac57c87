package io.convene.testkit.engine;

import io.convene.core.Field;
import io.convene.launcher.query.Filters;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether the declared fields, and no others, are filled, with everything expanded. */
final class FieldChecks {
    private FieldChecks() {}

    static void declared(Subject subject, Problems problems) {
        Set<Field> missing = EnumSet.noneOf(Field.class);
        missing.addAll(subject.support().fields());
        List<Row> rows = rows(subject);
        for (Row row : rows) {
            missing.removeAll(row.values().keySet());
            if (row.id().isEmpty()) {
                problems.add("An interview has no id, which every one must have.");
            }
        }
        for (Field field : missing) {
            problems.add(
                    "support() declares "
                            + field.text()
                            + ", and none of "
                            + rows.size()
                            + " interviews has it.");
        }
    }

    static void undeclared(Subject subject, Problems problems) {
        Set<Field> declared = subject.support().fields();
        for (Row row : rows(subject)) {
            for (Field field : row.values().keySet()) {
                if (!declared.contains(field)) {
                    problems.add(
                            "The interview "
                                    + row.id()
                                    + " has "
                                    + field.text()
                                    + ", which support() does not declare.");
                }
            }
        }
    }

    private static List<Row> rows(Subject subject) {
        List<Row> rows = new ArrayList<>();
        for (Filters scope : subject.scopes()) {
            rows.addAll(subject.list(scope, subject.support().expands(), 100).rows());
        }
        return rows;
    }
}
