package io.convene.testkit.engine.values;

import io.convene.core.Filter;
import io.convene.launcher.query.Filters;
import io.convene.testkit.engine.host.Subject;
import io.convene.testkit.engine.interviews.InterviewRow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list that another one is compared with: the author's interviews, or, where the author gives
 * none, the bundle's own list with everything expanded and no filter.
 *
 * @param rows in the vendor's order
 * @param told whether the author said it
 */
record ExpectedList(List<InterviewRow> rows, boolean told) {
    /** The required interviews within that scope. */
    static ExpectedList of(Subject subject, Filters scope) {
        List<InterviewRow> truth = subject.facts().truth();
        return truth.isEmpty()
                ? new ExpectedList(
                        subject.list(scope, subject.support().expands(), 100).rows(), false)
                : new ExpectedList(
                        truth.stream().filter(row -> isWithin(row, scope)).toList(), true);
    }

    /** The same by id. */
    Map<String, InterviewRow> byId() {
        Map<String, InterviewRow> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        return byId;
    }

    private static boolean isWithin(InterviewRow row, Filters scope) {
        for (Filter filter : scope.asked()) {
            Optional<String> id = row.value(filter.field());
            if (id.isEmpty() || !scope.values(filter).contains(id.get())) {
                return false;
            }
        }
        return true;
    }
}
