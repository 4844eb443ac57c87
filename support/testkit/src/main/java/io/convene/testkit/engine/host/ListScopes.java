package io.convene.testkit.engine.host;

import io.convene.core.Filter;
import io.convene.core.spi.Support;
import io.convene.launcher.query.Filters;
import io.convene.testkit.engine.interviews.InterviewRow;
import io.convene.testkit.engine.report.ContractViolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The filters without which a vendor lists nothing, such as the candidates' ids.
 *
 * @param support the bundle's declared support
 * @param within the ids that the author gives for such a filter
 */
record ListScopes(Support support, Map<Filter, List<String>> within) {
    private static final int MOST_IDS = 50;

    /**
     * One scope for each group of ids, as large as the filter takes; together they cover every
     * interview. One scope without filters where none is required.
     *
     * @throws ContractViolation when a filter is required and the author gives no ids for it
     */
    List<Filters> all() {
        if (support.required().isEmpty()) {
            return List.of(Filters.none());
        }
        Filter required = support.required().iterator().next();
        List<String> ids = within.getOrDefault(required, List.of());
        if (ids.isEmpty()) {
            throw new ContractViolation(
                    "support() requires the filter %s: let within() of the test vendor give the ids it may have."
                            .formatted(required.text()));
        }
        int most = most(required);
        List<Filters> scopes = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += most) {
            List<String> some = ids.subList(i, Math.min(i + most, ids.size()));
            scopes.add(Filters.of(Map.of(required, some), Map.of()));
        }
        return scopes;
    }

    Filters first() {
        return all().getFirst();
    }

    /**
     * The first scope with only as many of its ids as hold {@code enough} of those rows: where a
     * vendor gives all of a scope at once, each small answer costs all of it.
     */
    Filters first(List<InterviewRow> rows, int enough) {
        Filters scope = first();
        if (scope.isEmpty()) {
            return scope;
        }
        Filter required = scope.asked().iterator().next();
        List<String> some = new ArrayList<>();
        long held = 0;
        for (String id : scope.values(required)) {
            if (held < enough) {
                some.add(id);
                held +=
                        rows.stream()
                                .filter(row ->
                                        row.value(required.field()).filter(id::equals).isPresent())
                                .count();
            }
        }
        return Filters.of(Map.of(required, some), Map.of());
    }

    /** How many ids that filter may have at once. */
    int most(Filter filter) {
        return support.most(filter).orElse(MOST_IDS);
    }
}
