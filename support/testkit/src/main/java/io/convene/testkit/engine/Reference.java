package io.convene.testkit.engine;

import io.convene.core.Filter;
import io.convene.launcher.query.Filters;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a list is compared with: what the author says of the interviews, or, where nothing is said,
 * the bundle's own list with everything expanded and no filter.
 *
 * @param rows in the vendor's order
 * @param told whether the author said it
 */
record Reference(List<Row> rows, boolean told) {
    /** What must come within that scope. */
    static Reference of(Subject subject, Filters scope) {
        List<Row> truth = subject.facts().truth();
        return truth.isEmpty()
                ? new Reference(subject.list(scope, subject.support().expands(), 100).rows(), false)
                : new Reference(truth.stream().filter(row -> isWithin(row, scope)).toList(), true);
    }

    /** The same by id. */
    Map<String, Row> byId() {
        Map<String, Row> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        return byId;
    }

    private static boolean isWithin(Row row, Filters scope) {
        for (Filter filter : scope.asked()) {
            Optional<String> id = row.value(filter.field());
            if (id.isEmpty() || !scope.values(filter).contains(id.get())) {
                return false;
            }
        }
        return true;
    }
}
