package io.convene.launcher.api;

import io.convene.core.Filter;
import io.convene.launcher.query.Outcome;
import io.convene.launcher.query.Plan;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was done with each filter, as an RFC 9651 dictionary: {@code application_id=vendor,
 * start_at=local;absent=37}.
 */
final class Receipt {
    static final String HEADER = "Convene-Filters";

    private Receipt() {}

    /** The receipt before anything was read: without counts. */
    static Optional<String> of(Plan plan) {
        return of(plan, Map.of());
    }

    /** The receipt with how many records lacked a local filter's field. */
    static Optional<String> of(Plan plan, Outcome outcome) {
        return of(plan, outcome.absent());
    }

    private static Optional<String> of(Plan plan, Map<Filter, Integer> absent) {
        if (plan.treatments().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                plan.treatments().entrySet().stream()
                        .map(entry -> {
                            Integer count = absent.get(entry.getKey());
                            return entry.getKey().text()
                                    + "="
                                    + entry.getValue().text()
                                    + (count == null ? "" : ";absent=" + count);
                        })
                        .collect(Collectors.joining(", ")));
    }
}
